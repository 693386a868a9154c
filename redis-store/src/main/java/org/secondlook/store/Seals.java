package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/** Seals values so that they open only under one key and only in the place they were sealed for. */
final class Seals {

    private final Aead aead;

    Seals(Aead aead) {
        this.aead = aead;
    }

    /**
     * Seals a value.
     *
     * @param place where it is kept; it does not open anywhere else
     */
    String seal(byte[] plain, String place) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(aead.encrypt(plain, place.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected to seal %s".formatted(place), e);
        }
    }

    /** What was sealed for that place; nothing if this was not. */
    Optional<byte[]> open(String sealed, String place) {
        try {
            return Optional.of(aead.decrypt(Base64.getUrlDecoder().decode(sealed), place.getBytes(UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
