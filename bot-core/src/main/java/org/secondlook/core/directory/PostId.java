package org.secondlook.core.directory;

/** Names a post; unique in the directory, whichever agency it belongs to. */
public record PostId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
