package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.PostId;

/**
 * Nobody has opened what they were asked: whoever stands in for them hears of it, and the lead says who takes it (N-8,
 * L-5). Nothing else changes, and whoever has opened the case hears nothing.
 */
final class Unopened {

    private final Unfolding unfolding;

    Unopened(Unfolding unfolding) {
        this.unfolding = unfolding;
    }

    void check(Obligation owed) {
        boolean opened = unfolding.acting(owed.holder()).filter(this::hasOpened).isPresent();
        unfolding.happens(new CaseEvent.OpeningChecked(owed.id(), opened));
        if (!opened) {
            tell(owed);
        }
    }

    /** Whoever raised the case knows it. */
    private boolean hasOpened(Person person) {
        Case theCase = unfolding.theCase();
        return theCase.isOpenedBy(person.id()) || theCase.concern().raiser().equals(person.id());
    }

    private void tell(Obligation owed) {
        PostId lead = unfolding.setting().router().lead(owed.agency()).post();
        Optional<Person> leading = unfolding.acting(lead);
        if (!leading.equals(unfolding.acting(owed.holder()))) {
            unfolding.tellAtOnce(lead, "L-5", Optional.of(owed.id()));
        }
        PostId deputy = new Substitutes(unfolding).insteadOf(owed.holder());
        boolean somebodyElse =
                !deputy.equals(owed.holder()) && !unfolding.acting(deputy).equals(leading);
        if (somebodyElse && PassOn.mayBe(unfolding.theCase(), deputy)) {
            unfolding.tellAtOnce(deputy, "N-8", Optional.of(owed.id()));
        }
    }
}
