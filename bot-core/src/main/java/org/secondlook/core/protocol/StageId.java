package org.secondlook.core.protocol;

/** Names a stage; unique within its protocol, whichever track it is on. */
public record StageId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
