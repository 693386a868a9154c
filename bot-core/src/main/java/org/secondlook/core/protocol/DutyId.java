package org.secondlook.core.protocol;

/** Names a duty within the stage or flag that makes it. */
public record DutyId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
