package org.secondlook.core.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.secondlook.core.calendar.Deadline;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Late;
import org.secondlook.core.protocol.Stage;

/**
 * A manager would rather answer by another date (T-2). An earlier one stands at once, since anybody may shorten; a later
 * one needs the raising side's yes and never goes beyond what the procedure allows.
 */
public record SuggestDate(ObligationId obligation, Instant date, Optional<SharedText> why) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessHolder(obligation);
        if (refusal.isPresent()) {
            return refusal;
        }
        StageVisit visit = unfolding.theCase().current().orElseThrow();
        Stage stage = unfolding.setting().protocol().stage(visit.stage());
        Optional<Instant> latest =
                new Dates(unfolding).latest(visit.track(), stage, visit.cap()).flatMap(Deadline::remindBy);
        if (latest.filter(date::isAfter).isPresent()) {
            return Optional.of(new Refusal.TooLate(latest.get()));
        }
        if (!date.isAfter(visit.limit().remindBy().orElseThrow())) {
            new DateSetting(unfolding).set(visit, visit.limit().agreed(date), CaseEvent.DateSet.How.AGREED);
            return Optional.empty();
        }
        Obligation asked = unfolding.theCase().open(obligation).orElseThrow();
        unfolding.happens(new CaseEvent.DateSuggested(asked.agency(), date, why));
        for (Obligation open : unfolding.theCase().open(Does.AGREE_DATE)) {
            unfolding.happens(new CaseEvent.Discharged(open.id()));
        }
        for (Obligation settle : unfolding.theCase().open(Does.SETTLE)) {
            new Obligations(unfolding)
                    .open(
                            EngineDuties.DATE,
                            Does.AGREE_DATE,
                            visit.stage(),
                            new Holders.Holder(settle.holder(), settle.agency(), settle.side()),
                            Optional.of(EngineDuties.ONE_WORKING_DAY),
                            new Late.Tell(List.of()));
            unfolding.tell(settle.holder(), "T-2", Optional.empty());
        }
        return Optional.empty();
    }
}
