package org.secondlook.core.casework;

import java.time.Instant;
import java.util.Optional;
import org.secondlook.core.calendar.Deadline;

/** A manager agrees the date on the table (T-1, T-2). */
public record AgreeDate(ObligationId obligation, Instant date) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessHolder(obligation);
        if (refusal.isPresent()) {
            return refusal;
        }
        Case theCase = unfolding.theCase();
        StageVisit visit = theCase.current().orElseThrow();
        Optional<Instant> onTheTable = theCase.suggestedDate()
                .map(SuggestedDate::date)
                .or(() -> visit.limit().remindBy());
        if (!onTheTable.equals(Optional.of(date))) {
            return Optional.of(new Refusal.WordsChanged());
        }
        Deadline limit = visit.limit().agreed(date);
        new DateSetting(unfolding).set(visit, limit, CaseEvent.DateSet.How.AGREED);
        return Optional.empty();
    }
}
