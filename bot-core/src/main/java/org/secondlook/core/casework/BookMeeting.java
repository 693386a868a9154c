package org.secondlook.core.casework;

import java.util.Optional;

/** Whoever has to hold a meeting records when it will be (D-14). It stays owed until it has been held. */
public record BookMeeting(ObligationId obligation, Statement statement) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessDue(obligation);
        if (refusal.isEmpty()) {
            unfolding.happens(new CaseEvent.Performed(obligation, statement, OwnNotes.EMPTY));
            unfolding.tell(unfolding.theCase().concern().raiser(), "D-14b");
        }
        return refusal;
    }
}
