package org.secondlook.core.protocol;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody is told, and nobody owes it.
 *
 * @param answered for {@link Of#ANSWERED}, the question whose answer is told
 * @param at the stages where it applies; empty means everywhere
 */
public record Notice(Who who, Of of, Optional<String> answered, Set<StageId> at, See see) {

    /** What is told. */
    public enum Of {
        REACHED,
        DONE,
        LATE,
        RESOLVED,
        CLOSED,
        EVERY_CHANGE,
        ANSWERED
    }

    /** How much of it is shown. */
    public enum See {
        /** Reference, stage and theme. */
        FACT,
        SUMMARY,
        FORM,
        WORDS,
        COUNTS
    }

    public Notice {
        at = Set.copyOf(at);
    }
}
