package org.secondlook.faults;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/** The working days of England, written down here so that no code of the product is believed about them. */
final class WorkingDays {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Set<LocalDate> HOLIDAYS = Set.of(
            LocalDate.of(2026, 12, 25),
            LocalDate.of(2026, 12, 28),
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2027, 3, 26),
            LocalDate.of(2027, 3, 29),
            LocalDate.of(2027, 5, 3),
            LocalDate.of(2027, 5, 31),
            LocalDate.of(2027, 8, 30),
            LocalDate.of(2027, 12, 27),
            LocalDate.of(2027, 12, 28));

    private WorkingDays() {}

    static LocalDate before(LocalDate day) {
        LocalDate before = day.minusDays(1);
        return isWorking(before) ? before : before(before);
    }

    static LocalDate after(LocalDate day) {
        LocalDate after = day.plusDays(1);
        return isWorking(after) ? after : after(after);
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(LONDON).toInstant();
    }

    static LocalDate dayOf(Instant time) {
        return time.atZone(LONDON).toLocalDate();
    }

    private static boolean isWorking(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(day);
    }
}
