package org.secondlook.core.directory;

/** Names a person of the directory; never a platform's own id, an e-mail address or a display name. */
public record PersonId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
