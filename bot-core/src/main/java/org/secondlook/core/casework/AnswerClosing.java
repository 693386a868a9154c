package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.casework.CaseEvent.ClosingAnswered.Satisfied;
import org.secondlook.core.casework.CaseEvent.ClosingAnswered.StillAtRisk;
import org.secondlook.core.directory.PersonId;

/** Somebody says, alone, whether the child is still at risk and whether they are satisfied (Z-9). */
public record AnswerClosing(ObligationId obligation, PersonId person, StillAtRisk risk, Satisfied satisfied)
        implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessHolder(obligation);
        if (refusal.isPresent()) {
            return refusal;
        }
        unfolding.happens(new CaseEvent.ClosingAnswered(person, risk, satisfied));
        unfolding.happens(new CaseEvent.Discharged(obligation));
        Close close = new Close(unfolding);
        if (risk != StillAtRisk.NO) {
            close.askLeads();
        }
        close.resolveWhenAllAnswered();
        return Optional.empty();
    }
}
