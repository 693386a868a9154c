package org.secondlook.core.casework;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.Does;

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
        boolean same = unfolding.setting().directory().post(successor).agency().equals(asked.agency());
        if (!same || !mayBe(unfolding.theCase(), successor) || unfolding.actsFor(successor)) {
            return Optional.of(new Refusal.NoLongerAsked());
        }
        for (Obligation owed : List.copyOf(unfolding.theCase().open())) {
            boolean together = owed.holder().equals(asked.holder())
                    && owed.stage().equals(asked.stage())
                    && owed.side() == asked.side();
            if (together) {
                new Obligations(unfolding).passTo(successor, owed, CaseEvent.HolderChanged.Why.NOT_THEIRS);
            }
        }
        unfolding.tell(successor, message(unfolding.theCase(), asked), Optional.of(obligation));
        others(unfolding, asked, successor).forEach(post -> unfolding.tell(post, "V-10", Optional.of(obligation)));
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

    private static String message(Case theCase, Obligation asked) {
        if (asked.does() == Does.REVIEW) {
            return theCase.declined().isEmpty() ? "M-1" : "M-7";
        }
        boolean first = theCase.current()
                .filter(visit -> visit.entry() == StageVisit.Entry.RAISED)
                .isPresent();
        return first ? "V-1" : "E-3";
    }

    /** The managers of the other side, and the raiser while it has not crossed. */
    private static Set<PostId> others(Unfolding unfolding, Obligation asked, PostId successor) {
        Set<PostId> posts = new LinkedHashSet<>();
        if (unfolding.theCase().isAcross()) {
            unfolding.theCase().managers().stream()
                    .filter(manager -> manager.side() != asked.side())
                    .forEach(manager -> posts.add(manager.holder()));
        } else {
            posts.add(unfolding.theCase().concern().raiserPost());
        }
        posts.remove(successor);
        return posts;
    }
}
