package org.secondlook.core.casework;

import java.time.Instant;
import java.util.Optional;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.protocol.Side;

/** What it means that a case comes to the other agencies: from the release on they know, and their clocks run. */
final class Crossing {

    private final Unfolding unfolding;

    Crossing(Unfolding unfolding) {
        this.unfolding = unfolding;
    }

    void tellAgencies() {
        Instant when = unfolding.release();
        for (AgencyId agency : unfolding.theCase().concern().responding()) {
            if (unfolding.theCase().told(agency).isEmpty()) {
                unfolding.happens(new CaseEvent.AgencyTold(agency, when));
            }
        }
        Dates dates = new Dates(unfolding);
        for (Obligation waiting : unfolding.theCase().open()) {
            if (waiting.side() == Side.RESPONDING && waiting.since().isEmpty()) {
                Obligation told = waiting.dated(waiting.deadline(), Optional.of(when));
                unfolding.happens(new CaseEvent.ObligationDated(told.id(), dates.of(told), told.since()));
            }
        }
        dates.refresh();
    }
}
