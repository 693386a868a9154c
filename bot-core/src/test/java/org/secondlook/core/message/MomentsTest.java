package org.secondlook.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.secondlook.core.calendar.BankHolidays;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.protocol.CalendarRules;
import org.secondlook.core.protocol.CalendarRules.ArrivesLate;
import org.secondlook.core.protocol.CalendarRules.MonthEnd;
import org.secondlook.core.protocol.CalendarRules.Nation;
import org.secondlook.core.turn.SettableClock;

class MomentsTest {

    private final WorkingCalendar calendar = new WorkingCalendar(
            new CalendarRules(
                    Nation.ENGLAND_AND_WALES,
                    LocalTime.of(17, 0),
                    ArrivesLate.NEXT_WORKING_DAY,
                    MonthEnd.WORKING_DAY_BEFORE),
            new BankHolidays(Nation.ENGLAND_AND_WALES));

    @Test
    void saysADeadlineWithItsSpan() {
        assertThat(by("2026-12-01T10:00", "2026-12-08T17:00"))
                .isEqualTo("by 5pm on Tuesday 8 December (5 working days)");
    }

    @Test
    void saysTodayAndTomorrow() {
        assertThat(by("2026-12-08T10:00", "2026-12-08T17:00")).isEqualTo("by 5pm today, Tuesday 8 December");
        assertThat(by("2026-12-01T10:00", "2026-12-02T17:00")).isEqualTo("by 5pm tomorrow, Wednesday 2 December");
    }

    @Test
    void namesTheHolidaysThatMovedIt() {
        assertThat(by("2026-12-23T10:00", "2027-01-04T17:00"))
                .isEqualTo("by 5pm on Monday 4 January 2027 "
                        + "(5 working days; 25, 28 December and 1 January are bank holidays)");
        assertThat(by("2026-12-30T10:00", "2027-01-06T17:00"))
                .isEqualTo(
                        "by 5pm on Wednesday 6 January 2027 (4 working days; Friday 1 January 2027 is a bank holiday)");
    }

    @Test
    void saysNoSpanForADayThatIsNoWorkingDay() {
        assertThat(by("2026-12-02T12:30", "2026-12-05T12:30")).isEqualTo("by 12:30pm on Saturday 5 December");
    }

    @Test
    void saysMiddayMidnightAndMinutes() {
        assertThat(moments("2026-12-01T09:00").time(SettableClock.instant("2026-12-01T12:00")))
                .isEqualTo("midday");
        assertThat(moments("2026-12-01T09:00").time(SettableClock.instant("2026-12-01T00:00")))
                .isEqualTo("midnight");
        assertThat(moments("2026-12-01T09:00").time(SettableClock.instant("2026-12-01T09:05")))
                .isEqualTo("9:05am");
    }

    @Test
    void showsSummerTimeToEverybody() {
        assertThat(moments("2026-07-01T09:00").at(java.time.Instant.parse("2026-07-01T09:05:00Z")))
                .isEqualTo("10:05am, Wednesday 1 July");
    }

    private String by(String now, String due) {
        return moments(now).by(SettableClock.instant(due));
    }

    private Moments moments(String now) {
        return new Moments(new Wording(Texts.shipped(), Locale.ENGLISH), calendar, SettableClock.instant(now));
    }
}
