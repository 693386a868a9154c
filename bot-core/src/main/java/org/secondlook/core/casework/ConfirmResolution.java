package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.protocol.Does;

/**
 * A side says yes to the words on the table (Z-3). Only the yes of every side, to the same words, is agreement.
 *
 * @param proposal the number of the event that holds the words that were read
 */
public record ConfirmResolution(ObligationId obligation, int proposal) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessHolder(obligation);
        if (refusal.isPresent()) {
            return refusal;
        }
        Case theCase = unfolding.theCase();
        if (theCase.proposal().filter(p -> p.number() == proposal).isEmpty()) {
            return Optional.of(new Refusal.WordsChanged());
        }
        Obligation asked = theCase.open(obligation).orElseThrow();
        unfolding.happens(new CaseEvent.ResolutionConfirmed(asked.agency(), proposal));
        unfolding.happens(new CaseEvent.Discharged(obligation));
        if (theCase.open(Does.CONFIRM).isEmpty()) {
            new Close(unfolding).askEverybody(theCase.proposal().orElseThrow().outcome(), StageVisit.Exit.AGREED);
        }
        return Optional.empty();
    }
}
