package org.secondlook.core.directory;

/** Names an agency of the directory. */
public record AgencyId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
