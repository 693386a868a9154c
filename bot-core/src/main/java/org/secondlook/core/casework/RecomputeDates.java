package org.secondlook.core.casework;

import java.util.Optional;

/**
 * The bank holidays changed: dates that lie ahead are worked out anew, and where one changed the case says so. A date that
 * has passed stays as people knew it. A second time changes nothing.
 */
public record RecomputeDates() implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        int before = unfolding.nextNumber();
        new Dates(unfolding).refreshAhead();
        if (unfolding.nextNumber() > before) {
            unfolding.happens(new CaseEvent.CalendarChanged());
        }
        return Optional.empty();
    }
}
