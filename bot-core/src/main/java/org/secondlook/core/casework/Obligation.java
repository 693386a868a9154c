package org.secondlook.core.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.secondlook.core.calendar.Deadline;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.Anchor;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.DutyId;
import org.secondlook.core.protocol.Late;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.StageId;

/**
 * Who owes what, by when, and what happens otherwise (design.md, "the heart").
 *
 * @param stage the stage that made it; none for what a flag or the close of the case made
 * @param holder the post that owes it; the person is whoever acts for that post on the day
 * @param clock the clock of its date; none means the limit of its stage
 * @param since when the holder was told; empty while the holder has not been
 * @param needs duties of the same stage that must be discharged first; until then it waits
 */
public record Obligation(
        ObligationId id,
        DutyId duty,
        Does does,
        Optional<StageId> stage,
        PostId holder,
        AgencyId agency,
        Side side,
        Optional<ClockRule> clock,
        Optional<Instant> since,
        Deadline deadline,
        List<DutyId> needs,
        Late late,
        boolean outlives) {

    public Obligation {
        needs = List.copyOf(needs);
    }

    /** Whether it asks a lead if the agency is still not satisfied (E-2a). */
    public boolean asksWhetherSatisfied() {
        return duty.equals(EngineDuties.STILL_UNSATISFIED);
    }

    /** Whether it asks the raiser how it goes on when their manager did not take it forward (M-3). */
    public boolean asksWhetherToGoFurther() {
        return duty.equals(EngineDuties.GO_FURTHER);
    }

    /** Whether it asks if a talk took place (D-12), and not whether somebody takes part in a meeting. */
    public boolean asksWhetherItTookPlace() {
        return duty.equals(EngineDuties.TOOK_PLACE);
    }

    /** Whether nobody else can do it: to say what one thinks, or what one took part in. */
    public boolean isPersonal() {
        return does == Does.ANSWER
                || asksWhetherItTookPlace()
                || asksWhetherToGoFurther()
                || (does == Does.HOLD && stage.isEmpty());
    }

    /** Whether it is done once its stage has ended, such as the filing of its record. */
    public boolean isForAfterItsStage() {
        return clock.filter(c -> c.anchor().kind() == Anchor.Kind.LEFT).isPresent();
    }

    Obligation dated(Deadline newDeadline, Optional<Instant> told) {
        return new Obligation(
                id, duty, does, stage, holder, agency, side, clock, told, newDeadline, needs, late, outlives);
    }

    Obligation heldBy(PostId post) {
        return new Obligation(id, duty, does, stage, post, agency, side, clock, since, deadline, needs, late, outlives);
    }
}
