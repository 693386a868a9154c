package org.secondlook.core.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.outbox.Delivery;
import org.secondlook.core.outbox.Flow;
import org.secondlook.core.outbox.Letter;
import org.secondlook.core.outbox.Messenger;

/** A messenger that keeps what it is given, while its platform takes anything. */
final class RecordingMessenger implements Messenger {

    private final Platform platform;
    private final List<Letter> letters = new ArrayList<>();
    private Function<Letter, Optional<Delivery>> refusing = letter -> Optional.empty();

    RecordingMessenger(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public List<Flow> flows(Letter letter) {
        return List.of();
    }

    @Override
    public Delivery send(Letter letter) {
        Optional<Delivery> refused = refusing.apply(letter);
        if (refused.isPresent()) {
            return refused.get();
        }
        letters.add(letter);
        return new Delivery.Delivered(String.valueOf(letters.size()));
    }

    /** From now on the platform answers so; where this says nothing, it takes what it is given. */
    void answers(Function<Letter, Optional<Delivery>> answer) {
        refusing = answer;
    }

    /** What was sent since it was last taken. */
    List<Letter> take() {
        List<Letter> taken = List.copyOf(letters);
        letters.clear();
        return taken;
    }
}
