package org.secondlook.core.casework;

/** Names one thing that happened, so that its repetition is recognised. */
public record TurnId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
