package org.secondlook.core.conversation;

import java.util.List;

/**
 * One topic of a task: questions that belong together, or an interruption with its own buttons.
 *
 * @param asks its questions; none for an interruption
 * @param stops the buttons of an interruption
 * @param whenNeededToday whether it is asked in the short form too
 * @param repeats whether it can be answered several times over
 */
public record Screen(
        String id, List<Question> asks, List<Stop> stops, When when, boolean whenNeededToday, boolean repeats) {

    /** A button of an interruption. */
    public record Stop(String id, Effect effect) {}

    /** What a button of an interruption does. */
    public enum Effect {
        GO_ON,
        CHOOSE_AGAIN,
        /** Goes back to what it is about. */
        CHOOSE_ANOTHER_TOPIC,
        SAVE,
        LEAVE,
        /** Alerts the safeguarding lead, then goes on. */
        TELL_LEAD,
        /** Alerts line manager and safeguarding lead, then goes on. */
        TELL_MANAGER_AND_LEAD,
        /** Asks the line manager for a talk, and saves. */
        ASK_FOR_A_TALK,
        /** Tells the safeguarding lead, and nobody else, that the person is being pressed; it is thrown away. */
        TELL_LEAD_OF_PRESSURE,
        /** Asks somebody who may begin this to do it, and saves. */
        ASK_A_SENIOR,
        /** Goes on, and shows whom to ring before it does. */
        SHOW_WHO_TO_RING,
        /** Asks the safeguarding lead to ring the person, and saves. */
        ASK_LEAD_TO_RING,
        /** Shows the open case that it is about, and saves. */
        SHOW_THE_SAME,
        /** Goes back to where it came up. */
        STAY,
        SEND
    }

    public Screen {
        asks = List.copyOf(asks);
        stops = List.copyOf(stops);
        if (asks.isEmpty() == stops.isEmpty()) {
            throw new IllegalArgumentException("Expected screen %s to ask or to stop, but not both".formatted(id));
        }
    }

    /** The same with these questions. */
    Screen asking(List<Question> questions) {
        return new Screen(id, questions, stops, when, whenNeededToday, repeats);
    }

    public boolean isInterruption() {
        return !stops.isEmpty();
    }
}
