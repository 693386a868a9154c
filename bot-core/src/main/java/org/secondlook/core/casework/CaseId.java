package org.secondlook.core.casework;

/** Names a case. Never shown to people; they get a {@link Reference}. */
public record CaseId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
