package org.secondlook.core.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.secondlook.core.protocol.CalendarRules;
import org.secondlook.core.protocol.CalendarRules.ArrivesLate;

/** Counts working days and hours as one protocol reads them, in {@code Europe/London} (design.md decision 7). */
public final class WorkingCalendar {

    /** All partnerships show and count United Kingdom time. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** When a working day begins, for clocks that count working hours. */
    private static final LocalTime DAY_BEGINS = LocalTime.of(9, 0);

    private final CalendarRules rules;
    private final Holidays holidays;

    public WorkingCalendar(CalendarRules rules, Holidays holidays) {
        this.rules = rules;
        this.holidays = holidays;
    }

    public CalendarRules rules() {
        return rules;
    }

    /** The day an instant falls on in London. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, LONDON);
    }

    /** The instant of a London time of day; where the clocks skip it, the same time after the gap. */
    public static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(LONDON).toInstant();
    }

    public boolean isWorkingDay(LocalDate day) {
        return isWeekday(day) && !holidays.isHoliday(day);
    }

    /** When deadlines of days fall on that day. */
    public Instant endOf(LocalDate day) {
        return at(day, rules.dayEnds());
    }

    /** Whether people are at work at that moment: on a working day from 9am to its end. */
    public boolean isWorkingTime(Instant instant) {
        LocalDate day = dayOf(instant);
        return isWorkingDay(day) && !instant.isBefore(at(day, DAY_BEGINS)) && instant.isBefore(endOf(day));
    }

    /** The n-th working day after a day; the day itself is day 0. */
    public LocalDate workingDayAfter(LocalDate day, int n) {
        LocalDate last = day;
        for (int counted = 0; counted < n; ) {
            last = last.plusDays(1);
            if (isWorkingDay(last)) {
                counted++;
            }
        }
        return last;
    }

    /** The last working day before a day. */
    public LocalDate workingDayBefore(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!isWorkingDay(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    /** Day 0 of a clock that starts at that instant (requirements.md 3, ambiguity 10). */
    LocalDate dayZero(Instant instant) {
        LocalDate day = dayOf(instant);
        boolean late = !isWorkingDay(day) || instant.isAfter(endOf(day));
        return late && rules.arrivesLate() == ArrivesLate.WORKING_DAY_AFTER_NEXT ? workingDayAfter(day, 1) : day;
    }

    /** How many working days lie after the first day, up to and including the last. */
    public int workingDaysBetween(LocalDate first, LocalDate last) {
        return (int) first.plusDays(1)
                .datesUntil(last.isAfter(first) ? last.plusDays(1) : first.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** The bank holidays on weekdays after the first day, up to and including the last. */
    public List<LocalDate> holidaysBetween(LocalDate first, LocalDate last) {
        return last.isAfter(first)
                ? first.plusDays(1)
                        .datesUntil(last.plusDays(1))
                        .filter(day -> isWeekday(day) && holidays.isHoliday(day))
                        .toList()
                : List.of();
    }

    /** The instant after so many hours of working time; time before 9am, after the day's end and on other days does not count. */
    public Instant plusWorkingHours(Instant from, int hours) {
        Duration left = Duration.ofHours(hours);
        ZonedDateTime at = from.atZone(LONDON);
        LocalDate day = at.toLocalDate();
        while (true) {
            if (isWorkingDay(day)) {
                Instant begins = later(from, at(day, DAY_BEGINS));
                Duration today = Duration.between(begins, endOf(day));
                if (today.compareTo(left) >= 0) {
                    return begins.plus(left);
                }
                left = today.isNegative() ? left : left.minus(today);
            }
            day = day.plusDays(1);
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
