package org.secondlook.core.casework;

import java.util.List;

/** What became of a command. */
public sealed interface Outcome {

    /** It happened: these events, and these people to tell. */
    record Accepted(History history, List<Recorded> events, List<Telling> tellings) implements Outcome {

        public Accepted {
            events = List.copyOf(events);
            tellings = List.copyOf(tellings);
        }

        /** The case after it. */
        public Case theCase() {
            return history.replay();
        }
    }

    /** It did not happen. */
    record Refused(Refusal why) implements Outcome {}
}
