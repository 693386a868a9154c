package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.directory.PostId;

/**
 * Whoever was asked says that it belongs to somebody else in their agency (V-10). The date does not change.
 *
 * @param to the post it belongs to; where they do not know, their safeguarding lead finds out
 */
public record PassOn(ObligationId obligation, Optional<PostId> to) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessHolder(obligation);
        if (refusal.isPresent()) {
            return refusal;
        }
        Obligation asked = unfolding.theCase().open(obligation).orElseThrow();
        PostId successor = to.orElseGet(() -> lead(unfolding, asked));
        HandOver handOver = new HandOver(unfolding, asked, successor);
        if (!handOver.isPossible()) {
            return Optional.of(new Refusal.NoLongerAsked());
        }
        handOver.together()
                .forEach(owed ->
                        new Obligations(unfolding).passTo(successor, owed, CaseEvent.HolderChanged.Why.NOT_THEIRS));
        handOver.tell("V-10");
        return Optional.empty();
    }

    /** Nobody reviews what they raised, or answers for what they decided. */
    public static boolean mayBe(Case theCase, PostId successor) {
        Concern concern = theCase.concern();
        return !successor.equals(concern.raiserPost())
                && !concern.decisionMaker().equals(Optional.of(successor));
    }

    /** Where the lead does not know either, whoever stands in for them or stands above. */
    private static PostId lead(Unfolding unfolding, Obligation asked) {
        PostId lead = unfolding.setting().router().lead(asked.agency()).post();
        return unfolding.actsFor(lead) ? new Substitutes(unfolding).insteadOf(lead) : lead;
    }
}
