package org.secondlook.core.protocol;

import java.util.List;

/** An answer to "What is the difference about?", and the door to a track or a flag. */
public record Topic(String id, String name, Door go, List<String> asks) {

    /** What choosing a topic begins. */
    public sealed interface Door {

        /** A track of the protocol. */
        record ToTrack(TrackId track) implements Door {}

        /** Business without a ladder. */
        record ToFlag(Flag flag) implements Door {}
    }

    public Topic {
        asks = List.copyOf(asks);
    }
}
