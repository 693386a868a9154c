package org.secondlook.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.secondlook.core.protocol.ClockRule;

/**
 * How a deadline was found, kept with it so that anybody can check it; the message texts put it in words.
 *
 * @param rule the clock that was counted
 * @param from the moment it counted from, once known
 * @param notCounted bank holidays on weekdays that were passed over
 * @param bound what in the end fixed the date
 */
public record Working(ClockRule rule, Optional<Instant> from, List<LocalDate> notCounted, Bound bound) {

    /** What fixed a date. */
    public enum Bound {
        /** The clock itself. */
        RULE,
        /** People agreed it. */
        AGREED,
        /** The raiser said the child needs an answer by then. */
        NEEDED,
        /** After it, it is too late for the child. */
        CHILDS_DATE,
        /** The limit of the stage. */
        STAGE,
        /** The limit of the whole procedure. */
        WHOLE,
        /** The earlier date had already passed, so it is due at once. */
        AT_ONCE
    }

    public Working {
        notCounted = List.copyOf(notCounted);
    }

    Working boundBy(Bound other) {
        return new Working(rule, from, notCounted, other);
    }
}
