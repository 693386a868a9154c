package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.protocol.Closing.Outcome;

/**
 * The raising side's lead says whether the agency is still not satisfied that the child is safe (E-2a). If it is
 * satisfied, nobody differs any more; no answer counts as not satisfied.
 */
public record SayWhetherSatisfied(ObligationId obligation, boolean satisfied) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessHolder(obligation);
        if (refusal.isEmpty()) {
            unfolding.happens(new CaseEvent.AgreementGiven(obligation, satisfied));
            unfolding.happens(new CaseEvent.Discharged(obligation));
            if (satisfied) {
                new Close(unfolding).askEverybody(Outcome.UNCHANGED_ACCEPTED, StageVisit.Exit.DECIDED);
            }
        }
        return refusal;
    }
}
