package org.secondlook.core.directory;

/** Names a safeguarding partnership served by this installation. */
public record PartnershipId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
