package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.secondlook.core.conversation.ButtonSealer;

/** Seals what buttons carry under the key file. */
final class SealedButtons implements ButtonSealer {

    private static final String PLACE = "button";

    private final Seals seals;

    SealedButtons(Seals seals) {
        this.seals = seals;
    }

    @Override
    public String seal(String plain) {
        return seals.seal(plain.getBytes(UTF_8), PLACE);
    }

    @Override
    public Optional<String> open(String sealed) {
        return seals.open(sealed, PLACE).map(plain -> new String(plain, UTF_8));
    }
}
