package org.secondlook.core.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondlook.core.calendar.BankHolidays;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.protocol.CalendarRules;
import org.secondlook.core.protocol.CalendarRules.ArrivesLate;
import org.secondlook.core.protocol.CalendarRules.MonthEnd;
import org.secondlook.core.protocol.CalendarRules.Nation;
import org.secondlook.core.turn.SettableClock;

class NudgePlanTest {

    private final NudgePlan plan = new NudgePlan(new WorkingCalendar(
            new CalendarRules(
                    Nation.ENGLAND_AND_WALES,
                    LocalTime.of(17, 0),
                    ArrivesLate.NEXT_WORKING_DAY,
                    MonthEnd.WORKING_DAY_BEFORE),
            new BankHolidays(Nation.ENGLAND_AND_WALES)));

    @Test
    void nudgesHalfwayTheDayBeforeAndOnTheDay() {
        assertThat(nudges("2026-12-01T10:00", "2026-12-08T17:00"))
                .containsExactly("HALFWAY 2026-12-03T09:30", "DAY_BEFORE 2026-12-07T09:30", "DUE_DAY 2026-12-08T09:30");
    }

    @Test
    void leavesOutHalfwayWhenThereIsLittleTime() {
        assertThat(nudges("2026-12-01T10:00", "2026-12-04T17:00"))
                .containsExactly("DAY_BEFORE 2026-12-03T09:30", "DUE_DAY 2026-12-04T09:30");
        assertThat(nudges("2026-12-01T10:00", "2026-12-02T17:00")).containsExactly("DUE_DAY 2026-12-02T09:30");
    }

    @Test
    void nudgesWithinTheDayWhenItIsNeededTheSameDay() {
        assertThat(nudges("2026-12-01T10:00", "2026-12-01T17:00"))
                .containsExactly("WITHIN_THE_DAY 2026-12-01T11:00", "WITHIN_THE_DAY 2026-12-01T12:00");
        assertThat(nudges("2026-12-01T16:30", "2026-12-01T17:00")).isEmpty();
    }

    @Test
    void neverNudgesOnADayOffNorTwiceOnOneDay() {
        assertThat(nudges("2026-12-02T12:30", "2026-12-05T12:30")).containsExactly("DAY_BEFORE 2026-12-04T09:30");
        assertThat(nudges("2026-12-23T10:00", "2027-01-04T17:00"))
                .containsExactly("HALFWAY 2026-12-29T09:30", "DAY_BEFORE 2026-12-31T09:30", "DUE_DAY 2027-01-04T09:30");
    }

    @Test
    void canBeAskedToNudgeAgainBeforeTheLastWorkingDay() {
        assertThat(again("2026-12-01T10:00", "2026-12-04T17:00"))
                .containsExactly("IN_TWO_HOURS 2026-12-01T12:00", "NEXT_MORNING 2026-12-02T09:30");
        assertThat(again("2026-12-02T10:00", "2026-12-04T17:00")).containsExactly("IN_TWO_HOURS 2026-12-02T12:00");
        assertThat(again("2026-12-03T10:00", "2026-12-04T17:00")).isEmpty();
    }

    @Test
    void isNotAskedToNudgeAtNightOrOnADayOff() {
        assertThat(again("2026-12-04T16:30", "2026-12-11T17:00")).containsExactly("NEXT_MORNING 2026-12-07T09:30");
        assertThat(again("2026-12-05T10:00", "2026-12-11T17:00")).containsExactly("NEXT_MORNING 2026-12-07T09:30");
        assertThat(again("2026-12-04T05:00", "2026-12-11T17:00")).containsExactly("NEXT_MORNING 2026-12-07T09:30");
    }

    private List<String> again(String now, String due) {
        return plan.again(SettableClock.instant(now), SettableClock.instant(due)).entrySet().stream()
                .map(later -> later.getKey() + " " + LocalDateTime.ofInstant(later.getValue(), WorkingCalendar.LONDON))
                .toList();
    }

    private List<String> nudges(String from, String due) {
        return plan.nudges(SettableClock.instant(from), SettableClock.instant(due)).stream()
                .map(nudge -> nudge.kind() + " " + LocalDateTime.ofInstant(nudge.at(), WorkingCalendar.LONDON))
                .toList();
    }
}
