package org.secondlook.core.protocol;

import java.util.Optional;

/**
 * The moment from which a clock counts.
 *
 * @param duty for {@link Kind#DONE}, the duty whose discharge is that moment
 */
public record Anchor(Kind kind, Optional<DutyId> duty) {

    /** What happened at that moment. */
    public enum Kind {
        /** The concern was first put to the other agency. */
        RAISED,
        /** The partnership's procedure was first alerted to the disagreement. */
        ALERTED,
        /** The first post of the stage was told. */
        REACHED,
        /** The holder of this duty was told. */
        TOLD,
        /** The holder was asked by the engine. */
        ASKED,
        /** The conference ended. */
        CONFERENCE,
        /** The stage was left, however that came about; for duties that outlive it. */
        LEFT,
        /** Immediate risk was reported. */
        RISK,
        /** Another duty was discharged. */
        DONE
    }

    public Anchor {
        if ((kind == Kind.DONE) != duty.isPresent()) {
            throw new IllegalArgumentException(
                    "Expected a duty for DONE and for no other anchor, but found %s with %s".formatted(kind, duty));
        }
    }

    public static Anchor of(Kind kind) {
        return new Anchor(kind, Optional.empty());
    }

    public static Anchor done(DutyId duty) {
        return new Anchor(Kind.DONE, Optional.of(duty));
    }
}
