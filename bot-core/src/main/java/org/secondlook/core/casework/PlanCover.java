package org.secondlook.core.casework;

import java.time.LocalDate;
import java.util.Optional;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.PostId;

/**
 * Somebody who will be away, or the lead of their agency, asks a colleague to cover in a case (L-1). Whoever is asked
 * reads nothing before they have said yes and it has come to them.
 */
public record PlanCover(ObligationId obligation, LocalDate from, LocalDate until, PostId by) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = GiveCover.refuseUnlessTheirs(unfolding, obligation);
        if (refusal.isPresent()) {
            return refusal;
        }
        Obligation owed = unfolding.theCase().open(obligation).orElseThrow();
        Optional<Person> asked = unfolding.acting(by);
        if (asked.isEmpty() || !new HandOver(unfolding, owed, by).isPossible()) {
            return Optional.of(new Refusal.NoLongerAsked());
        }
        // Whoever enters the days the wrong way round means the same days.
        LocalDate first = from.isAfter(until) ? until : from;
        LocalDate last = from.isAfter(until) ? from : until;
        unfolding.happens(new CaseEvent.CoverPlanned(new PlannedCover(owed.holder(), by, first, last, false)));
        unfolding.tell(asked.get().id(), "L-2", Optional.of(obligation));
        return Optional.empty();
    }
}
