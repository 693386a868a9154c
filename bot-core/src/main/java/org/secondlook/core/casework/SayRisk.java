package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.casework.CaseEvent.ClosingAnswered.StillAtRisk;
import org.secondlook.core.directory.PersonId;

/** Somebody who is asked to act says, before they do, whether any child is in danger now (G-1, N14). */
public record SayRisk(PersonId person, StillAtRisk answer) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        unfolding.happens(new CaseEvent.RiskSaid(person, answer));
        return Optional.empty();
    }
}
