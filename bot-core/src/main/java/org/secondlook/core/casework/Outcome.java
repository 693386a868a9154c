package org.secondlook.core.casework;

import java.util.List;
import java.util.Optional;

/** What became of a command. */
public sealed interface Outcome {

    /** It happened: these events, and these people to tell. */
    record Accepted(History history, List<Recorded> events, List<Telling> tellings) implements Outcome {

        public Accepted {
            events = List.copyOf(events);
            tellings = List.copyOf(tellings);
        }

        /** What a turn sent that these events took back. */
        public Optional<Held> heldBefore(TurnId sending) {
            return history.events().stream()
                    .filter(e -> e.stamp().turn().equals(sending))
                    .map(Recorded::event)
                    .filter(CaseEvent.SendingHeld.class::isInstance)
                    .map(CaseEvent.SendingHeld.class::cast)
                    .map(held -> new Held(sending, held.until(), held.messages()))
                    .findFirst();
        }

        /** The case after it. */
        public Case theCase() {
            return history.replay();
        }
    }

    /** It did not happen. */
    record Refused(Refusal why) implements Outcome {}
}
