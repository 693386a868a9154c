package org.secondlook.core.message;

import static org.secondlook.core.calendar.WorkingCalendar.LONDON;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.secondlook.core.calendar.WorkingCalendar;

/** Puts times and dates in words, always in United Kingdom time and the same for everybody (dialogue 3.2). */
public final class Moments {

    private final Wording wording;
    private final WorkingCalendar calendar;
    private final Instant now;

    public Moments(Wording wording, WorkingCalendar calendar, Instant now) {
        this.wording = wording;
        this.calendar = calendar;
        this.now = now;
    }

    /** "5pm", "5:30pm", "midday". */
    public String time(Instant instant) {
        return time(instant.atZone(LONDON).toLocalTime());
    }

    /** "Tuesday 8 December", with the year where it is not this one. */
    public String day(LocalDate day) {
        String inWords = wording.say(
                "date.day",
                "weekday",
                day.getDayOfWeek().getDisplayName(TextStyle.FULL, wording.language()),
                "day",
                String.valueOf(day.getDayOfMonth()),
                "month",
                month(day));
        return day.getYear() == today().getYear() ? inWords : inWords + " " + day.getYear();
    }

    /** "10:05am, Tuesday 1 December". */
    public String at(Instant instant) {
        return wording.say("date.at", "time", time(instant), "day", day(WorkingCalendar.dayOf(instant)));
    }

    /** "5pm on Friday 4 December"; "5pm today, Friday 4 December". */
    public String on(Instant due) {
        LocalDate day = WorkingCalendar.dayOf(due);
        String key = day.equals(today()) ? "date.today" : day.equals(today().plusDays(1)) ? "date.tomorrow" : "date.on";
        return wording.say(key, "time", time(due), "day", day(day));
    }

    /** "5pm on Friday 4 December", whatever day it is today. */
    public String absolute(Instant instant) {
        return wording.say("date.on", "time", time(instant), "day", day(WorkingCalendar.dayOf(instant)));
    }

    /** "by 5pm on Tuesday 8 December (5 working days)", and which bank holidays moved it. */
    public String by(Instant due) {
        LocalDate day = WorkingCalendar.dayOf(due);
        String by = wording.say("date.by", "when", on(due));
        int days = calendar.workingDaysBetween(today(), day);
        if (days < 2 || !calendar.isWorkingDay(day)) {
            return by;
        }
        List<LocalDate> holidays = calendar.holidaysBetween(today(), day);
        return holidays.isEmpty()
                ? wording.say("date.span", "by", by, "days", days)
                : wording.say("date.span-holidays", "by", by, "days", days, "holidays", holidays(holidays));
    }

    private String holidays(List<LocalDate> holidays) {
        if (holidays.size() == 1) {
            return wording.say("date.holiday", "day", day(holidays.get(0)));
        }
        List<String> days = new ArrayList<>();
        for (int i = 0; i < holidays.size(); i++) {
            LocalDate day = holidays.get(i);
            boolean monthFollows =
                    i + 1 < holidays.size() && holidays.get(i + 1).getMonth() == day.getMonth();
            days.add(monthFollows ? String.valueOf(day.getDayOfMonth()) : day.getDayOfMonth() + " " + month(day));
        }
        String first = String.join(", ", days.subList(0, days.size() - 1));
        return wording.say("date.holidays", "first", first, "last", days.get(days.size() - 1));
    }

    private String time(LocalTime time) {
        if (time.equals(LocalTime.NOON)) {
            return wording.say("date.midday");
        }
        if (time.equals(LocalTime.MIDNIGHT)) {
            return wording.say("date.midnight");
        }
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        String half = time.getHour() < 12 ? "am" : "pm";
        return time.getMinute() == 0
                ? hour + half
                : String.format(Locale.ROOT, "%d:%02d%s", hour, time.getMinute(), half);
    }

    /** "July 2025". */
    public String month(YearMonth month) {
        return wording.say("date.month", "month", month(month.atDay(1)), "year", String.valueOf(month.getYear()));
    }

    private String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, wording.language());
    }

    private LocalDate today() {
        return ZonedDateTime.ofInstant(now, LONDON).toLocalDate();
    }
}
