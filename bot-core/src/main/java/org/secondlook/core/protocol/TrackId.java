package org.secondlook.core.protocol;

/** Names a track of a protocol: the ladder or a special procedure. */
public record TrackId(String value) {

    /** The track that every protocol has. */
    public static final TrackId LADDER = new TrackId("ladder");

    @Override
    public String toString() {
        return value;
    }
}
