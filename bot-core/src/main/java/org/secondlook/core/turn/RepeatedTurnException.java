package org.secondlook.core.turn;

import org.secondlook.core.casework.TurnId;

/** A platform delivered something else under the id of a turn that was stored: refused, and counted by the adapter. */
public final class RepeatedTurnException extends RuntimeException {

    public RepeatedTurnException(TurnId turn) {
        super("Expected turn %s to be repeated as it was, but its content differs".formatted(turn));
    }
}
