package org.secondlook.core.protocol;

import java.util.List;

/** What the pack adds to the close of every case. */
public record Closing(List<Outcome> outcomes, List<String> asks, List<Duty> owes) {

    /** How a difference ended. */
    public enum Outcome {
        CHANGED,
        PARTLY,
        UNCHANGED_ACCEPTED,
        UNCHANGED_STILL_DIFFER
    }

    public Closing {
        outcomes = List.copyOf(outcomes);
        asks = List.copyOf(asks);
        owes = List.copyOf(owes);
    }
}
