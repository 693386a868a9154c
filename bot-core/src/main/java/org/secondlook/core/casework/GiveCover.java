package org.secondlook.core.casework;

import java.util.Optional;
import java.util.stream.Stream;
import org.secondlook.core.directory.PostId;

/**
 * Whoever is asked, or the lead of their agency, says who does it in their place, in this case (V-9, L-5). The date does
 * not change, and the other side is told by name who answers (L-4).
 */
public record GiveCover(ObligationId obligation, PostId to) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = refuseUnlessTheirs(unfolding, obligation);
        if (refusal.isPresent()) {
            return refusal;
        }
        Obligation owed = unfolding.theCase().open(obligation).orElseThrow();
        if (!new HandOver(unfolding, owed, to).isPossible()) {
            return Optional.of(new Refusal.NoLongerAsked());
        }
        give(unfolding, owed, to);
        return Optional.empty();
    }

    static void give(Unfolding unfolding, Obligation owed, PostId to) {
        HandOver handOver = new HandOver(unfolding, owed, to);
        handOver.together()
                .forEach(one -> unfolding.happens(
                        new CaseEvent.HolderChanged(one.id(), to, CaseEvent.HolderChanged.Why.COVER)));
        if (unfolding.theCase().plannedCover(to).isPresent()) {
            unfolding.happens(new CaseEvent.CoverEnded(to));
        }
        handOver.tell("L-4");
        // Who goes on leave has said so, and knows.
        if (unfolding.setting().actor().person().isPresent() && !unfolding.actsFor(owed.holder())) {
            unfolding.tell(owed.holder(), "L-4", Optional.of(owed.id()));
        }
    }

    /** Who covers is for whoever is asked, or was before somebody covered, and for the lead of their agency, to say. */
    static Optional<Refusal> refuseUnlessTheirs(Unfolding unfolding, ObligationId obligation) {
        return unfolding
                .refuseUnlessOpen(obligation)
                .or(() -> unfolding
                        .theCase()
                        .open(obligation)
                        .filter(owed -> whoMaySay(unfolding, owed).noneMatch(unfolding::actsFor))
                        .map(owed -> new Refusal.NotYours()));
    }

    private static Stream<PostId> whoMaySay(Unfolding unfolding, Obligation owed) {
        PostId lead = unfolding.setting().router().lead(owed.agency()).post();
        return Stream.concat(Stream.of(owed.holder(), lead), unfolding.theCase().coveredFor(owed.id()).stream());
    }
}
