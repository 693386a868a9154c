package org.secondlook.core.story;

import java.util.ArrayList;
import java.util.List;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.outbox.Delivery;
import org.secondlook.core.outbox.Letter;
import org.secondlook.core.outbox.Messenger;

/** A messenger that keeps what it is given. */
final class RecordingMessenger implements Messenger {

    private final Platform platform;
    private final List<Letter> letters = new ArrayList<>();

    RecordingMessenger(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public Delivery send(Letter letter) {
        letters.add(letter);
        return new Delivery.Delivered(String.valueOf(letters.size()));
    }

    /** What was sent since it was last taken. */
    List<Letter> take() {
        List<Letter> taken = List.copyOf(letters);
        letters.clear();
        return taken;
    }
}
