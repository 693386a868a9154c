package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.directory.PersonId;

/**
 * A message cannot be delivered and never will be: what it asks for passes to whoever stands in, their lead is told, or
 * the partnership's office where it is the lead who cannot be reached, and so is the sender.
 */
public record GiveUpDelivery(Telling.To to, String message, Optional<ObligationId> about, Optional<PersonId> sender)
        implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        if (unfolding.theCase().status() == Case.Status.NOT_SENT) {
            return Optional.empty();
        }
        unfolding.happens(new CaseEvent.NotDelivered(to, about));
        Undelivered undelivered = new Undelivered(unfolding);
        about.filter(owed -> unfolding.theCase().asks(to, owed)).ifPresent(owed -> {
            undelivered.passOn(owed, message);
            sender.ifPresent(person -> unfolding.tellAtOnce(person, "X-2", about));
        });
        undelivered.tellALead(to, about);
        return Optional.empty();
    }
}
