package org.secondlook.core.casework;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.secondlook.core.directory.PostId;

/** What a leave does in a case: what is owed goes over when it begins, and whoever is back hears where it stands. */
final class Leave {

    private final Unfolding unfolding;

    Leave(Unfolding unfolding) {
        this.unfolding = unfolding;
    }

    /** What the calendar asks for by now. */
    void passTime(Timetable timetable) {
        for (PlannedCover plan : timetable.coverToSettle(unfolding.now())) {
            if (!plan.ends(unfolding.setting().calendar()).isAfter(unfolding.now())) {
                end(plan);
            } else if (plan.agreed()) {
                begin(plan);
            } else {
                leadCovers(plan);
            }
        }
    }

    /** Nobody said yes: no leave begins without somebody who covers (L-3). */
    void leadCovers(PlannedCover plan) {
        PostId lead = unfolding
                .setting()
                .router()
                .lead(unfolding.setting().directory().post(plan.away()).agency())
                .post();
        PostId covers = unfolding.acting(lead).equals(unfolding.acting(plan.away()))
                ? new Substitutes(unfolding).insteadOf(lead)
                : lead;
        unfolding.happens(new CaseEvent.CoverPlanned(plan.agreedBy(covers)));
        first(held(plan.away())).ifPresent(owed -> {
            unfolding.tellAtOnce(covers, "L-3", Optional.of(owed));
            unfolding.tellAtOnce(plan.away(), "L-3a", Optional.of(owed));
        });
    }

    private void begin(PlannedCover plan) {
        List<Obligation> owed = held(plan.away());
        Optional<Obligation> possible = owed.stream()
                .filter(one -> new HandOver(unfolding, one, plan.by()).isPossible())
                .findFirst();
        possible.ifPresentOrElse(
                one -> GiveCover.give(unfolding, one, plan.by()),
                () -> unfolding.happens(new CaseEvent.CoverEnded(plan.away())));
    }

    private void end(PlannedCover plan) {
        unfolding.happens(new CaseEvent.CoverEnded(plan.away()));
        first(those(owed -> unfolding.theCase().coveredFor(owed.id()).equals(Optional.of(plan.away()))))
                .ifPresent(owed -> unfolding.tellAtOnce(plan.away(), "L-6", Optional.of(owed)));
    }

    private List<Obligation> held(PostId post) {
        return those(owed -> owed.holder().equals(post) && !owed.isPersonal());
    }

    private List<Obligation> those(Predicate<Obligation> which) {
        return unfolding.theCase().open().stream().filter(which).toList();
    }

    private static Optional<ObligationId> first(List<Obligation> owed) {
        return owed.stream().map(Obligation::id).findFirst();
    }
}
