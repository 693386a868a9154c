package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.directory.PersonId;

/** Somebody says that they have seen it. That is not an answer: nothing is discharged. */
public record MarkSeen(PersonId person, ObligationId about) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessHolder(about);
        if (refusal.isEmpty() && unfolding.theCase().seenBy(person).isEmpty()) {
            unfolding.happens(new CaseEvent.Seen(person));
        }
        return refusal;
    }
}
