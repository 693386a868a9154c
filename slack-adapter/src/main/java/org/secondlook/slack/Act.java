package org.secondlook.slack;

import org.secondlook.core.casework.TurnId;
import org.secondlook.core.turn.Turn;

/** Something that somebody did, and where. */
record Act(TurnId id, Caller caller, Place place, Turn.Input input) {

    Turn turn() {
        return new Turn(id, caller.identity(), input);
    }
}
