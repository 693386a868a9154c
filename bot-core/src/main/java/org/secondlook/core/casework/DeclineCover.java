package org.secondlook.core.casework;

import java.util.Optional;

/** Whoever is asked, or the lead, says that nobody is to cover; whoever offered it hears (V-9). */
public record DeclineCover(ObligationId obligation) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = GiveCover.refuseUnlessTheirs(unfolding, obligation);
        if (refusal.isPresent()) {
            return refusal;
        }
        Optional<CoverOffer> offer = unfolding.theCase().coverOffer(obligation);
        if (offer.isEmpty()) {
            return Optional.of(new Refusal.NoLongerAsked());
        }
        unfolding.happens(new CaseEvent.CoverDeclined(obligation));
        unfolding.tellAtOnce(offer.get().by(), "V-9n", Optional.of(obligation));
        return Optional.empty();
    }
}
