package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.reminder.Later;
import org.secondlook.core.reminder.NudgePlan;

/**
 * Whoever owes something asks to be reminded of it later. The date stays as it is, and so does the reminder on the last
 * working day before it: a later time changes nothing (N-5).
 */
public record Snooze(ObligationId about, Later later) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessHolder(about);
        if (refusal.isEmpty()) {
            unfolding
                    .theCase()
                    .open(about)
                    .flatMap(owed -> owed.deadline().remindBy())
                    .map(due -> new NudgePlan(unfolding.setting().calendar()).again(unfolding.now(), due))
                    .map(times -> times.get(later))
                    .ifPresent(until -> unfolding.happens(new CaseEvent.Snoozed(about, until)));
        }
        return refusal;
    }
}
