package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.message.PrivateNote;

/**
 * Whoever reviews the concern would not take it forward (M-3, M-7). Nobody's approval is needed for a challenge to exist: the
 * raiser may ask the lead, and after the lead take it forward in their own name.
 */
public record DeclineReview(ObligationId review, PrivateNote reason) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessDue(review);
        if (refusal.isPresent()) {
            return refusal;
        }
        Obligation reviewed = unfolding.theCase().open(review).orElseThrow();
        unfolding.happens(new CaseEvent.ReviewDeclined(review, reason));
        unfolding.happens(new CaseEvent.Discharged(review));
        new Questions(unfolding).endWith(review);
        new Declined(unfolding).askRaiser(reviewed);
        return Optional.empty();
    }
}
