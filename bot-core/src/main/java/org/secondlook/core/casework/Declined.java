package org.secondlook.core.casework;

import java.util.List;
import java.util.Optional;
import org.secondlook.core.casework.Holders.Holder;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.DutyId;
import org.secondlook.core.protocol.Late;
import org.secondlook.core.protocol.Side;

/**
 * A concern that a manager did not take forward: the raiser is asked, then the lead, then the raiser again, in whose own name
 * it may go on (dialogue-additions, ruling 4). Silence passes it on.
 */
final class Declined {

    private final Unfolding unfolding;

    Declined(Unfolding unfolding) {
        this.unfolding = unfolding;
    }

    /** Asks the raiser how it goes on after a review; once the lead has looked, they may take it forward themselves. */
    void askRaiser(Obligation reviewed) {
        Holder raiser = Questions.raiser(unfolding.theCase());
        if (unfolding.actsFor(lead().post())) {
            ask(EngineDuties.OWN_REVIEW, Does.REVIEW, reviewed, raiser, new Late.AsStage(), "M-7r");
        } else {
            ask(EngineDuties.GO_FURTHER, Does.CHOOSE, reviewed, raiser, new Late.ToDeputy(), "M-3");
        }
    }

    /** Asks the lead, because the raiser wants it or has not said anything. */
    void askLead(Obligation asked) {
        unfolding.happens(new CaseEvent.Discharged(asked.id()));
        ask(EngineDuties.OWN_REVIEW, Does.REVIEW, asked, lead(), new Late.ToDeputy(), "M-7");
    }

    /** Whoever takes it forward goes on with it: what was asked of those who would not passes to them. */
    void handOver(Obligation reviewed) {
        for (ObligationId review : unfolding.theCase().declined().keySet()) {
            Obligation before = unfolding.theCase().obligation(review).orElseThrow();
            for (Obligation owed : List.copyOf(unfolding.theCase().open())) {
                boolean theirs = owed.holder().equals(before.holder())
                        && owed.stage().equals(reviewed.stage())
                        && !owed.holder().equals(reviewed.holder());
                if (theirs) {
                    new Obligations(unfolding)
                            .passTo(reviewed.holder(), owed, CaseEvent.HolderChanged.Why.NOT_TAKEN_FORWARD);
                }
            }
        }
    }

    private void ask(DutyId duty, Does does, Obligation before, Holder holder, Late late, String message) {
        ObligationId asked = new Obligations(unfolding)
                .open(
                        duty,
                        does,
                        before.stage().orElseThrow(),
                        holder,
                        Optional.of(EngineDuties.ONE_WORKING_DAY),
                        late);
        unfolding.tell(holder.post(), message, Optional.of(asked));
    }

    private Holder lead() {
        Concern concern = unfolding.theCase().concern();
        return new Holders(concern, unfolding.setting()).lead(concern.raising(), Side.RAISING);
    }
}
