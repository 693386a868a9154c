package org.secondlook.core.outbox;

import org.secondlook.core.casework.TurnId;

/** Names a message that a turn sends: the same turn, repeated, names the same message. */
public record OutboxId(String value) {

    /** The n-th message of a turn. */
    public static OutboxId of(TurnId turn, int n) {
        return new OutboxId(turn + "." + n);
    }

    /** The turn that sends it. */
    public TurnId turn() {
        return new TurnId(value.substring(0, value.lastIndexOf('.')));
    }

    @Override
    public String toString() {
        return value;
    }
}
