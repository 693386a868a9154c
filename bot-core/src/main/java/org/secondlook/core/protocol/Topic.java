package org.secondlook.core.protocol;

import java.util.List;

/** An answer to "What is the difference about?", and the door to a track or a flag. */
public record Topic(String id, String name, Door go, List<String> asks) {

    /** What choosing a topic begins. */
    public sealed interface Door {

        <R> R accept(Visitor<R> visitor);

        /** A track of the protocol. */
        record ToTrack(TrackId track) implements Door {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.toTrack(track);
            }
        }

        /** Business without a ladder. */
        record ToFlag(Flag flag) implements Door {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.toFlag(flag);
            }
        }

        /** One answer for each kind. */
        interface Visitor<R> {
            R toTrack(TrackId track);

            R toFlag(Flag flag);
        }
    }

    public Topic {
        asks = List.copyOf(asks);
    }
}
