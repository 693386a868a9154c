package org.secondlook.core.protocol;

import java.time.LocalTime;

/**
 * The readings of time that a partnership may choose (requirements.md 3, ambiguities 5, 9, 10).
 *
 * @param dayEnds when a deadline of days falls on its last day
 */
public record CalendarRules(Nation nation, LocalTime dayEnds, ArrivesLate arrivesLate, MonthEnd monthEnd) {

    /** Whose bank holidays count. */
    public enum Nation {
        ENGLAND_AND_WALES,
        SCOTLAND,
        NORTHERN_IRELAND
    }

    /** Which day is day 1 for what arrives after hours or on a non-working day. */
    public enum ArrivesLate {
        NEXT_WORKING_DAY,
        WORKING_DAY_AFTER_NEXT
    }

    /** Where a month ends that would end on a non-working day. */
    public enum MonthEnd {
        WORKING_DAY_BEFORE,
        NEXT_WORKING_DAY
    }
}
