package org.secondlook.core.casework;

import java.util.Optional;

/** The raising side keeps the earlier date: not agreed, so the one that protects the child stands (T-3). */
public record KeepDate(ObligationId obligation) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessHolder(obligation);
        if (refusal.isEmpty()) {
            StageVisit visit = unfolding.theCase().current().orElseThrow();
            new DateSetting(unfolding).set(visit, visit.limit(), CaseEvent.DateSet.How.EARLIER_STANDS);
        }
        return refusal;
    }
}
