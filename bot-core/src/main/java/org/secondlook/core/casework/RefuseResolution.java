package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.protocol.Does;

/** A side says that this is not what was agreed, and what still differs (Z-3). */
public record RefuseResolution(ObligationId obligation, SharedText stillDiffers) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessHolder(obligation);
        if (refusal.isPresent()) {
            return refusal;
        }
        Case theCase = unfolding.theCase();
        Obligation asked = theCase.open(obligation).orElseThrow();
        unfolding.happens(new CaseEvent.ResolutionRefused(asked.agency(), stillDiffers));
        for (Obligation confirm : theCase.open(Does.CONFIRM)) {
            unfolding.happens(new CaseEvent.Discharged(confirm.id()));
        }
        for (Obligation manager : theCase.managers()) {
            if (!manager.holder().equals(asked.holder())) {
                unfolding.tell(manager.holder(), "Z-3n", Optional.empty());
            }
        }
        unfolding.tell(theCase.concern().raiser(), "Z-3n");
        return Optional.empty();
    }
}
