package org.secondlook.core.casework;

import java.util.Optional;
import java.util.Set;
import org.secondlook.core.protocol.Does;

/** A responding manager answers (V-4 to V-7). */
public record Respond(ObligationId obligation, CaseEvent.Responded.Kind kind, Statement statement)
        implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessDue(obligation);
        if (refusal.isPresent()) {
            return refusal;
        }
        Obligation response = unfolding.theCase().open(obligation).orElseThrow();
        unfolding.happens(new CaseEvent.Responded(response.agency(), kind, statement));
        unfolding.happens(new CaseEvent.Discharged(obligation));
        new Questions(unfolding).endWith(obligation);
        for (Obligation date : unfolding.theCase().open(Does.AGREE_DATE)) {
            if (date.agency().equals(response.agency())) {
                unfolding.happens(new CaseEvent.Discharged(date.id()));
            }
        }
        for (Obligation settle : unfolding.theCase().open(Does.SETTLE)) {
            unfolding.tell(settle.holder(), "V-14", Optional.of(settle.id()));
        }
        unfolding.tell(unfolding.theCase().concern().raiser(), "R-3");
        new Support(unfolding).told(statement, Set.of());
        return Optional.empty();
    }
}
