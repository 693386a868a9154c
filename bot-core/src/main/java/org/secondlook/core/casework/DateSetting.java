package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.calendar.Deadline;
import org.secondlook.core.protocol.Does;

/** Settles by when a stage is answered, and tells everybody in it. */
final class DateSetting {

    private final Unfolding unfolding;

    DateSetting(Unfolding unfolding) {
        this.unfolding = unfolding;
    }

    /** Nobody has agreed another date in time: the one in force stands, and where another was on the table, all hear it. */
    void leave(StageVisit visit) {
        if (unfolding.theCase().suggestedDate().isPresent()) {
            set(visit, visit.limit(), CaseEvent.DateSet.How.EARLIER_STANDS);
        } else {
            dischargeAsked();
        }
    }

    void set(StageVisit visit, Deadline limit, CaseEvent.DateSet.How how) {
        unfolding.happens(new CaseEvent.DateSet(visit.stage(), limit, how));
        dischargeAsked();
        new Dates(unfolding).refresh();
        String message = how == CaseEvent.DateSet.How.AGREED ? "T-5" : "T-3";
        for (Obligation manager : unfolding.theCase().managers()) {
            if (!unfolding.actsFor(manager.holder())) {
                unfolding.tellAtOnce(manager.holder(), message, Optional.empty());
            }
        }
        unfolding.tellAtOnce(unfolding.theCase().concern().raiser(), message);
    }

    private void dischargeAsked() {
        for (Obligation asked : unfolding.theCase().open(Does.AGREE_DATE)) {
            unfolding.happens(new CaseEvent.Discharged(asked.id()));
        }
    }
}
