package org.secondlook.core.reminder;

import java.time.Instant;

/** A reminder before a date. */
public record Nudge(int number, Kind kind, Instant at) {

    /** Which of the few nudges it is. */
    public enum Kind {
        HALFWAY,
        DAY_BEFORE,
        DUE_DAY,
        /** For what is needed the same day. */
        WITHIN_THE_DAY,
        /** For whoever asked for it. */
        ASKED_FOR
    }
}
