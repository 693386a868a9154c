package org.secondlook.core.casework;

import java.util.Optional;

/** Somebody is asked whether what they wrote is urgent (I-3); what they wrote, and what they answer, is kept nowhere. */
public record AskWhetherUrgent() implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        unfolding.happens(new CaseEvent.AskedWhetherUrgent());
        return Optional.empty();
    }
}
