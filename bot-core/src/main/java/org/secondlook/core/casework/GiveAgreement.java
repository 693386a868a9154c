package org.secondlook.core.casework;

import java.util.Optional;

/** Somebody says whether a talk that another recorded took place (D-12), or whether they take part in a meeting (Y-2). */
public record GiveAgreement(ObligationId obligation, boolean agreed) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessHolder(obligation);
        if (refusal.isEmpty()) {
            Obligation asked = unfolding.theCase().open(obligation).orElseThrow();
            if (asked.duty().equals(EngineDuties.TAKE_PART)) {
                new Meetings(unfolding).answered(asked, agreed);
            } else {
                new Agreement(unfolding).answered(asked, agreed);
            }
        }
        return refusal;
    }
}
