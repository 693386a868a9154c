package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.casework.Deliveries.Delay;
import org.secondlook.core.directory.PersonId;

/**
 * A message that asks for something does not get through yet: its sender is told, once when it is noticed and once when
 * it still does not. What the clock sent has no sender: then the partnership's office is told, when it is long.
 */
public record MarkDelayed(Telling.To to, ObligationId about, Optional<PersonId> sender, Delay delay)
        implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Deliveries deliveries = unfolding.theCase().deliveries();
        boolean waits = unfolding.theCase().asks(to, about)
                && deliveries.delivered(about).isEmpty();
        if (waits && !deliveries.wasTold(about, delay)) {
            unfolding.happens(new CaseEvent.DeliveryDelayed(about, delay));
            sender.ifPresent(person ->
                    unfolding.tellAtOnce(person, delay == Delay.NOTICED ? "X-1" : "X-1s", Optional.of(about)));
            if (sender.isEmpty() && delay == Delay.LONG) {
                new Undelivered(unfolding).tellTheOffice("X-1o", Optional.of(about));
            }
        }
        return Optional.empty();
    }
}
