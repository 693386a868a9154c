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
 * @param due when it goes out, on the case clock
 * @param attempts how often it was tried
 */
public record OutboxMessage(
        OutboxId id,
        Telling.To to,
        String message,
        Optional<CaseId> theCase,
        Optional<ObligationId> about,
        Optional<PersonId> aboutPerson,
        Instant due,
        int attempts) {

    /** The same after one more attempt, due again later. */
    public OutboxMessage triedAgainAt(Instant later) {
        return new OutboxMessage(id, to, message, theCase, about, aboutPerson, later, attempts + 1);
    }
}
