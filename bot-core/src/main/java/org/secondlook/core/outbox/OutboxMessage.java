package org.secondlook.core.outbox;

import java.time.Instant;
import java.util.Optional;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.ObligationId;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.directory.PersonId;

/**
 * A message to be sent. It holds no words: it is drawn from the case when it goes out.
 *
 * @param message the message of the dialogue, such as {@code V-1}
 * @param about the obligation it asks for; without that it is not sent any more
 * @param aboutPerson for an alert before there is a case, who needs somebody
 * @param gap for X-3, when what people sent may not have arrived
 * @param sender who did what it tells of; nobody for what the clock did
 * @param released when it may first go out, on the case clock
 * @param next how and when it is tried next
 */
public record OutboxMessage(
        OutboxId id,
        Telling.To to,
        String message,
        Optional<CaseId> theCase,
        Optional<ObligationId> about,
        Optional<PersonId> aboutPerson,
        Optional<Gap> gap,
        Optional<PersonId> sender,
        Instant released,
        Attempt next) {

    /** When it goes out, on the case clock. */
    public Instant due() {
        return next.at();
    }

    public OutboxMessage with(Attempt attempt) {
        return new OutboxMessage(id, to, message, theCase, about, aboutPerson, gap, sender, released, attempt);
    }
}
