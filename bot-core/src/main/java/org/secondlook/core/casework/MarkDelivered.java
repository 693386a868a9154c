package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.directory.PersonId;

/** A message about an obligation has reached a platform: where it went to the holder, they have been asked. */
public record MarkDelivered(Telling.To to, ObligationId about, Optional<PersonId> sender) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Deliveries deliveries = unfolding.theCase().deliveries();
        if (unfolding.theCase().asks(to, about) && deliveries.delivered(about).isEmpty()) {
            boolean late = deliveries.isDelayed(about);
            unfolding.happens(new CaseEvent.Delivered(about));
            if (late) {
                sender.ifPresent(person -> unfolding.tellAtOnce(person, "X-1d", Optional.of(about)));
            }
        }
        return Optional.empty();
    }
}
