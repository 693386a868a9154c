package org.secondlook.core.casework;

import java.util.Optional;

/** A colleague says whether they cover in a case; where they can't, the lead does until somebody else is found (L-2, L-3). */
public record AnswerCover(ObligationId obligation, boolean yes) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessOpen(obligation);
        if (refusal.isPresent()) {
            return refusal;
        }
        Obligation owed = unfolding.theCase().open(obligation).orElseThrow();
        Optional<PlannedCover> asked =
                unfolding.theCase().plannedCover(owed.holder()).filter(plan -> !plan.agreed());
        if (asked.isEmpty()) {
            return Optional.of(new Refusal.NoLongerAsked());
        }
        if (!unfolding.actsFor(asked.get().by())) {
            return Optional.of(new Refusal.NotYours());
        }
        if (yes) {
            unfolding.happens(
                    new CaseEvent.CoverPlanned(asked.get().agreedBy(asked.get().by())));
            unfolding
                    .acting(owed.holder())
                    .ifPresent(person -> unfolding.tellAtOnce(person.id(), "L-2y", Optional.of(obligation)));
        } else {
            new Leave(unfolding).leadCovers(asked.get());
        }
        return Optional.empty();
    }
}
