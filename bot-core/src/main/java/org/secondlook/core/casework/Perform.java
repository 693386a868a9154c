package org.secondlook.core.casework;

import java.util.Optional;

/** Somebody did what they owed and says so: a talk, a consultation, a form, a filing, a check. */
public record Perform(ObligationId obligation, Statement statement, OwnNotes notes) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessDue(obligation);
        if (refusal.isEmpty()) {
            unfolding.happens(new CaseEvent.Performed(obligation, statement, notes));
            unfolding.happens(new CaseEvent.Discharged(obligation));
            new Dates(unfolding).refresh();
            new Close(unfolding).resolveWhenAllAnswered();
        }
        return refusal;
    }
}
