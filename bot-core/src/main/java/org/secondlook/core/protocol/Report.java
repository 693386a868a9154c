package org.secondlook.core.protocol;

import java.util.Set;

/** A report about no one case, sent on a schedule. */
public record Report(String to, Every every, Set<Show> show) {

    /** How often. */
    public enum Every {
        MEETING,
        MONTH,
        QUARTER
    }

    /** What it contains. */
    public enum Show {
        COUNTS,
        TOPICS,
        DAYS,
        STAGE_REACHED,
        SILENCE,
        LEARNING
    }

    public Report {
        show = Set.copyOf(show);
    }
}
