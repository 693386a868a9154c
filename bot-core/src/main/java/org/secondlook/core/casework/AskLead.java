package org.secondlook.core.casework;

import java.util.Optional;

/** The raiser asks their safeguarding lead to look at what their manager did not take forward (M-3). */
public record AskLead(ObligationId obligation) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessHolder(obligation);
        if (refusal.isEmpty()) {
            new Declined(unfolding).askLead(unfolding.theCase().open(obligation).orElseThrow());
        }
        return refusal;
    }
}
