package org.secondlook.core.directory;

/** Names a team; unique in the directory. */
public record TeamId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
