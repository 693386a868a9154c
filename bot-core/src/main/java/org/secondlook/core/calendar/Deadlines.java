package org.secondlook.core.calendar;

import static org.secondlook.core.calendar.WorkingCalendar.LONDON;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.secondlook.core.protocol.Anchor;
import org.secondlook.core.protocol.CalendarRules.MonthEnd;
import org.secondlook.core.protocol.ClockRule;

/** Counts the clocks of a protocol (requirements.md 3 and 4). */
public final class Deadlines {

    /** "At once" in working hours, so that it can be tested (pack-format 1.2). */
    private static final int AT_ONCE_WORKING_HOURS = 4;

    /** "At once" where a child is at risk: minutes, at any hour. */
    private static final Duration AT_ONCE_AT_RISK = Duration.ofMinutes(15);

    /** How long a same-day act has when its day has already ended. */
    private static final Duration AFTER_HOURS = Duration.ofHours(1);

    /** By when on a working morning somebody must have decided (dialogue-additions, ruling 10). */
    private static final LocalTime MORNING_ENDS = LocalTime.of(10, 0);

    private final WorkingCalendar calendar;

    public Deadlines(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    public WorkingCalendar calendar() {
        return calendar;
    }

    /** The deadline of a clock whose anchor has not happened. */
    public Deadline notYetKnown(ClockRule rule) {
        return Deadline.notYetKnown(new Working(rule, Optional.empty(), List.of(), Working.Bound.RULE));
    }

    /** The deadline of a clock that counts from that moment. */
    public Deadline count(ClockRule rule, Instant from) {
        return switch (rule.unit()) {
            case MINUTE -> at(rule, from, from.plus(Duration.ofMinutes(rule.quantity())));
            case HOUR -> hours(rule, from);
            case WORKING_HOUR -> at(rule, from, calendar.plusWorkingHours(from, rule.quantity()));
            case WORKING_DAY -> workingDays(rule, from, rule.quantity());
            case WORKING_WEEK -> workingDays(rule, from, 5 * rule.quantity());
            case CALENDAR_MONTH -> months(rule, from);
            case SAME_WORKING_DAY -> sameDay(rule, from);
            case AT_ONCE -> at(rule, from, atOnce(rule.anchor(), from));
            case WORKING_MORNING -> at(rule, from, onWorkingDay(rule, from, MORNING_ENDS));
            case WORKING_MIDDAY -> at(rule, from, onWorkingDay(rule, from, LocalTime.NOON));
        };
    }

    /**
     * A date that caps another; one that has passed already means at once (pack-format 1.3, rule 3).
     *
     * @param from when the deadline began to count; "at once" counts from there, so that it never moves later
     */
    public Deadline bringForward(Deadline deadline, Instant date, Working.Bound bound, Instant from) {
        return date.isAfter(from)
                ? deadline.notAfter(date, bound)
                : deadline.notAfter(calendar.plusWorkingHours(from, AT_ONCE_WORKING_HOURS), Working.Bound.AT_ONCE);
    }

    private Instant onWorkingDay(ClockRule rule, Instant from, LocalTime time) {
        return WorkingCalendar.at(calendar.workingDayAfter(WorkingCalendar.dayOf(from), rule.quantity()), time);
    }

    private Instant atOnce(Anchor anchor, Instant from) {
        return anchor.kind() == Anchor.Kind.RISK
                ? from.plus(AT_ONCE_AT_RISK)
                : calendar.plusWorkingHours(from, AT_ONCE_WORKING_HOURS);
    }

    /** Elapsed hours and hours by the clock on the wall differ when the clocks change: remind by the earlier, accept to the later. */
    private Deadline hours(ClockRule rule, Instant from) {
        Instant elapsed = from.plus(Duration.ofHours(rule.quantity()));
        Instant onTheWall = from.atZone(LONDON)
                .toLocalDateTime()
                .plusHours(rule.quantity())
                .atZone(LONDON)
                .toInstant();
        boolean elapsedFirst = elapsed.isBefore(onTheWall);
        return Deadline.due(
                elapsedFirst ? elapsed : onTheWall, elapsedFirst ? onTheWall : elapsed, working(rule, from, List.of()));
    }

    private Deadline workingDays(ClockRule rule, Instant from, int days) {
        LocalDate first = calendar.dayZero(from);
        LocalDate last = calendar.workingDayAfter(first, days);
        Instant end = calendar.endOf(last);
        return Deadline.due(end, end, working(rule, from, calendar.holidaysBetween(first, last)));
    }

    private Deadline months(ClockRule rule, Instant from) {
        LocalDate last = WorkingCalendar.dayOf(from).plusMonths(rule.quantity());
        if (calendar.isWorkingDay(last)) {
            return at(rule, from, calendar.endOf(last));
        }
        Working working = working(rule, from, calendar.holidaysBetween(last.minusDays(1), last));
        if (calendar.rules().monthEnd() == MonthEnd.NEXT_WORKING_DAY) {
            Instant end = calendar.endOf(calendar.workingDayAfter(last, 1));
            return Deadline.due(end, end, working);
        }
        return Deadline.due(calendar.endOf(calendar.workingDayBefore(last)), calendar.endOf(last), working);
    }

    private Deadline sameDay(ClockRule rule, Instant from) {
        Instant end = calendar.endOf(WorkingCalendar.dayOf(from));
        return at(rule, from, end.isAfter(from) ? end : from.plus(AFTER_HOURS));
    }

    private static Deadline at(ClockRule rule, Instant from, Instant due) {
        return Deadline.due(due, due, working(rule, from, List.of()));
    }

    private static Working working(ClockRule rule, Instant from, List<LocalDate> notCounted) {
        return new Working(rule, Optional.of(from), notCounted, Working.Bound.RULE);
    }
}
