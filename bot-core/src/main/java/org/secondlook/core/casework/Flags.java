package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Flag;

/** Business that runs beside the ladder: raising a flag makes what the pack says of it, and never moves the case. */
final class Flags {

    private final Unfolding unfolding;

    Flags(Unfolding unfolding) {
        this.unfolding = unfolding;
    }

    /** Raises a flag; what it makes is owed and told, unless it was raised before. */
    void raise(Flag flag) {
        if (note(flag)) {
            for (Duty duty : unfolding.setting().protocol().dutiesOf(flag)) {
                new Obligations(unfolding).open(duty, flag);
            }
        }
    }

    /** Raises a flag of which nothing is owed, because it has been seen to already. Says whether it is new. */
    boolean note(Flag flag) {
        if (unfolding.theCase().flag(flag).isPresent()) {
            return false;
        }
        unfolding.happens(new CaseEvent.FlagRaised(flag));
        return true;
    }

    /** Tells those whom a flag asks for something, but for the person who raised it. */
    void tellThoseAsked(Flag flag) {
        for (Duty duty : unfolding.setting().protocol().dutiesOf(flag)) {
            for (Obligation owed : unfolding.theCase().open()) {
                if (owed.duty().equals(duty.id()) && owed.stage().isEmpty() && !unfolding.actsFor(owed.holder())) {
                    unfolding.tell(owed.holder(), "P-18n", Optional.of(owed.id()));
                }
            }
        }
    }
}
