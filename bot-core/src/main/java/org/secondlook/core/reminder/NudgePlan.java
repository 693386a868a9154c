package org.secondlook.core.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.reminder.Nudge.Kind;

/**
 * The few nudges of an obligation, worked out from the time left: halfway, one working day before, and on the day; never
 * two on one day, never outside working time (dialogue 3.3).
 */
public final class NudgePlan {

    /** When in the morning nudges go out. */
    public static final LocalTime MORNING = LocalTime.of(9, 30);

    private static final int WORTH_A_HALFWAY_NUDGE = 4;

    /** Nobody is nudged before and after (dialogue 3.3). */
    private static final LocalTime QUIET_UNTIL = LocalTime.of(8, 0);

    private static final LocalTime QUIET_FROM = LocalTime.of(18, 0);

    private final WorkingCalendar calendar;

    public NudgePlan(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** The nudges for a date, counted from the moment it was set; numbered from 1, earliest first. */
    public List<Nudge> nudges(Instant from, Instant due) {
        LocalDate first = WorkingCalendar.dayOf(from);
        LocalDate last = WorkingCalendar.dayOf(due);
        int days = calendar.workingDaysBetween(first, last);
        if (days == 0) {
            return withinTheDay(from, due);
        }
        LocalDate before = calendar.workingDayBefore(last);
        List<Nudge> nudges = new ArrayList<>();
        if (days >= WORTH_A_HALFWAY_NUDGE) {
            add(nudges, Kind.HALFWAY, calendar.workingDayAfter(first, days / 2), from, due);
        }
        if (before.isAfter(first)) {
            add(nudges, Kind.DAY_BEFORE, before, from, due);
        }
        if (calendar.isWorkingDay(last)) {
            add(nudges, Kind.DUE_DAY, last, from, due);
        }
        return nudges;
    }

    /** When whoever asks for it can be reminded again: in waking hours, and before the last working day before the date. */
    public Map<Later, Instant> again(Instant now, Instant due) {
        LocalDate nextDay = calendar.workingDayAfter(WorkingCalendar.dayOf(now), 1);
        Map<Later, Instant> times = new EnumMap<>(Later.class);
        times.put(Later.IN_TWO_HOURS, now.plus(Duration.ofHours(2)));
        times.put(Later.NEXT_MORNING, WorkingCalendar.at(nextDay, MORNING));
        LocalDate last = calendar.workingDayBefore(WorkingCalendar.dayOf(due));
        times.values().removeIf(at -> isQuiet(at) || !WorkingCalendar.dayOf(at).isBefore(last));
        return times;
    }

    private boolean isQuiet(Instant at) {
        LocalDate day = WorkingCalendar.dayOf(at);
        return !calendar.isWorkingDay(day)
                || at.isBefore(WorkingCalendar.at(day, QUIET_UNTIL))
                || !at.isBefore(WorkingCalendar.at(day, QUIET_FROM));
    }

    private static List<Nudge> withinTheDay(Instant from, Instant due) {
        List<Nudge> nudges = new ArrayList<>();
        for (int hours = 1; hours <= 2; hours++) {
            Instant at = from.plus(Duration.ofHours(hours));
            if (at.isBefore(due)) {
                nudges.add(new Nudge(nudges.size() + 1, Kind.WITHIN_THE_DAY, at));
            }
        }
        return nudges;
    }

    private static void add(List<Nudge> nudges, Kind kind, LocalDate day, Instant from, Instant due) {
        Instant at = WorkingCalendar.at(day, MORNING);
        if (at.isAfter(from) && at.isBefore(due)) {
            nudges.add(new Nudge(nudges.size() + 1, kind, at));
        }
    }
}
