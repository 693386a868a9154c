package org.secondlook.core.protocol;

/**
 * How a deadline is found: {@code [agreed, (at most|ideally within)] limit [, or the child's date if sooner] [(local)]}
 * (pack-format 1.3).
 *
 * @param quantity how many of the unit; 0 for {@link Unit#SAME_WORKING_DAY} and {@link Unit#AT_ONCE}
 * @param orChildsDate whether the date that protects the child may bring it forward
 * @param local whether the number is the bot's own, not the procedure's
 */
public record ClockRule(
        String name, Agreement agreement, int quantity, Unit unit, Anchor anchor, boolean orChildsDate, boolean local) {

    /** Whether people may agree another date. */
    public enum Agreement {
        NONE,
        /** Up to the limit; longer needs both managers and the lead. */
        AT_MOST,
        /** Beyond the limit too, with a reason. */
        IDEALLY
    }

    /** What is counted. */
    public enum Unit {
        MINUTE,
        WORKING_HOUR,
        HOUR,
        WORKING_DAY,
        WORKING_WEEK,
        CALENDAR_MONTH,
        SAME_WORKING_DAY,
        AT_ONCE,
        /** 10am on a working day; made by the engine alone. */
        WORKING_MORNING,
        /** Midday on a working day; made by the engine alone. */
        WORKING_MIDDAY
    }

    public ClockRule {
        boolean countsNothing = unit == Unit.SAME_WORKING_DAY || unit == Unit.AT_ONCE;
        if (countsNothing ? quantity != 0 : quantity < 1) {
            throw new IllegalArgumentException(
                    "Expected clock %s to count a whole number of %s, but found %d".formatted(name, unit, quantity));
        }
    }
}
