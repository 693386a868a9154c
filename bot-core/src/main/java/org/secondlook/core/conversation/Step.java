package org.secondlook.core.conversation;

import java.util.Map;
import java.util.Optional;

/**
 * What a press or a typed answer made of a conversation.
 *
 * @param conversation as it stands now
 * @param end how it goes on
 * @param faults a sentence for each answer that cannot be used
 * @param alert whom to alert, beside
 */
record Step(Conversation conversation, End end, Map<String, String> faults, Optional<Alert> alert) {

    /** How a conversation goes on. */
    enum End {
        GOES_ON,
        /** It goes on once the person has seen whom to ring. */
        RINGS,
        /** It belongs to a case that is open already, which the person is shown; it waits for them. */
        SAME,
        /** The person stops here; it waits for them. */
        SAVED,
        /** Everything is there and the person pressed send. */
        SENT,
        /** The person goes no further; it is thrown away, and they see where the case stands. */
        LEFT,
        /** It is thrown away. */
        DELETED
    }

    /** Whom to alert before there is a case. */
    enum Alert {
        LEAD,
        MANAGER_AND_LEAD,
        /** The manager is asked for a talk; nothing is urgent. */
        MANAGER_FOR_A_TALK,
        /** The lead learns that somebody was asked to withdraw. */
        LEAD_OF_PRESSURE,
        /** The lead is asked to ring somebody who needs a person; nothing of a case is said. */
        LEAD_TO_RING,
        /** Somebody senior is asked to begin what this person may not. */
        SENIOR;

        /** Whether somebody else is told where nobody answers. */
        boolean isPassedOn() {
            return this == LEAD || this == MANAGER_AND_LEAD;
        }
    }

    Step {
        faults = Map.copyOf(faults);
    }

    static Step goesOn(Conversation conversation) {
        return new Step(conversation, End.GOES_ON, Map.of(), Optional.empty());
    }

    static Step withFaults(Conversation conversation, Map<String, String> faults) {
        return new Step(conversation, End.GOES_ON, faults, Optional.empty());
    }

    static Step ends(Conversation conversation, End end) {
        return new Step(conversation, end, Map.of(), Optional.empty());
    }

    Step alerting(Alert whom) {
        return new Step(conversation, end, faults, Optional.of(whom));
    }
}
