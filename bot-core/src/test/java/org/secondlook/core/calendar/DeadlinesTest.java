package org.secondlook.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondlook.core.protocol.Anchor;
import org.secondlook.core.protocol.CalendarRules;
import org.secondlook.core.protocol.CalendarRules.ArrivesLate;
import org.secondlook.core.protocol.CalendarRules.MonthEnd;
import org.secondlook.core.protocol.CalendarRules.Nation;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.ClockRule.Agreement;
import org.secondlook.core.protocol.ClockRule.Unit;

/** The worked dates of the requirements (section 4) and of the dialogue (3.2). */
class DeadlinesTest {

    private final Deadlines england = deadlines(Nation.ENGLAND_AND_WALES, MonthEnd.WORKING_DAY_BEFORE);

    @Test
    void passesOverGoodFridayAndEasterMonday() {
        assertThat(end(england, 5, Unit.WORKING_DAY, "2026-04-02T10:00")).isEqualTo("2026-04-13T17:00");
        assertThat(end(england, 10, Unit.WORKING_DAY, "2026-04-02T10:00")).isEqualTo("2026-04-20T17:00");
        assertThat(end(england, 5, Unit.WORKING_DAY, "2027-03-25T10:00")).isEqualTo("2027-04-05T17:00");
    }

    @Test
    void namesTheHolidaysItPassedOver() {
        Deadline deadline = england.count(clock(20, Unit.WORKING_DAY), london("2026-04-02T10:00"));

        assertThat(local(deadline.remindBy().orElseThrow())).isEqualTo("2026-05-05T17:00");
        assertThat(deadline.working().notCounted())
                .containsExactly(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 6), LocalDate.of(2026, 5, 4));
    }

    @Test
    void countsEasterMondayInScotland() {
        Deadlines scotland = deadlines(Nation.SCOTLAND, MonthEnd.WORKING_DAY_BEFORE);

        assertThat(end(scotland, 5, Unit.WORKING_DAY, "2026-04-02T10:00")).isEqualTo("2026-04-10T17:00");
    }

    @Test
    void countsFromTheDayToldWhateverTheHour() {
        assertThat(end(england, 5, Unit.WORKING_DAY, "2026-12-01T10:00")).isEqualTo("2026-12-08T17:00");
        assertThat(end(england, 5, Unit.WORKING_DAY, "2026-12-01T18:00")).isEqualTo("2026-12-08T17:00");
        assertThat(end(england, 5, Unit.WORKING_DAY, "2026-12-05T11:00")).isEqualTo("2026-12-11T17:00");
    }

    @Test
    void readsAMonthThatEndsOnANonWorkingDayBothWays() {
        Deadline deadline = england.count(clock(1, Unit.CALENDAR_MONTH), london("2026-04-02T10:00"));

        assertThat(local(deadline.remindBy().orElseThrow())).isEqualTo("2026-05-01T17:00");
        assertThat(local(deadline.acceptUntil().orElseThrow())).isEqualTo("2026-05-02T17:00");
        Deadlines next = deadlines(Nation.ENGLAND_AND_WALES, MonthEnd.NEXT_WORKING_DAY);
        assertThat(end(next, 1, Unit.CALENDAR_MONTH, "2026-04-02T10:00")).isEqualTo("2026-05-05T17:00");
    }

    @Test
    void endsAMonthOnTheLastDayOfAShorterOne() {
        assertThat(end(england, 1, Unit.CALENDAR_MONTH, "2026-01-31T10:00")).isEqualTo("2026-02-27T17:00");
        assertThat(end(england, 1, Unit.CALENDAR_MONTH, "2026-12-01T10:00")).isEqualTo("2026-12-31T17:00");
    }

    @Test
    void remindsByTheEarlierAndAcceptsToTheLaterWhenTheClocksChange() {
        Deadline spring = england.count(clock(72, Unit.HOUR), london("2026-03-27T15:00"));
        assertThat(local(spring.remindBy().orElseThrow())).isEqualTo("2026-03-30T15:00");
        assertThat(local(spring.acceptUntil().orElseThrow())).isEqualTo("2026-03-30T16:00");

        Deadline autumn = england.count(clock(72, Unit.HOUR), london("2026-10-23T14:00"));
        assertThat(local(autumn.remindBy().orElseThrow())).isEqualTo("2026-10-26T13:00");
        assertThat(local(autumn.acceptUntil().orElseThrow())).isEqualTo("2026-10-26T14:00");
    }

    @Test
    void countsHoursThroughAWeekend() {
        assertThat(end(england, 72, Unit.HOUR, "2026-12-02T12:30")).isEqualTo("2026-12-05T12:30");
    }

    @Test
    void countsFromTheConferenceAndThenFromTheDecision() {
        assertThat(end(england, 10, Unit.WORKING_DAY, "2026-03-27T15:00")).isEqualTo("2026-04-14T17:00");
        assertThat(end(england, 15, Unit.WORKING_DAY, "2026-04-14T11:00")).isEqualTo("2026-05-06T17:00");
        assertThat(end(england, 10, Unit.WORKING_DAY, "2026-12-02T12:30")).isEqualTo("2026-12-16T17:00");
        assertThat(end(england, 15, Unit.WORKING_DAY, "2026-12-16T12:00")).isEqualTo("2027-01-11T17:00");
    }

    @Test
    void checksARiskOnTheDayItWasReportedEvenOnASunday() {
        assertThat(end(england, 0, Unit.SAME_WORKING_DAY, "2026-04-05T11:00")).isEqualTo("2026-04-05T17:00");
        assertThat(end(england, 0, Unit.SAME_WORKING_DAY, "2026-04-02T17:30")).isEqualTo("2026-04-02T18:30");
    }

    @Test
    void readsAtOnceAsFourWorkingHours() {
        assertThat(end(england, 0, Unit.AT_ONCE, "2026-12-01T10:00")).isEqualTo("2026-12-01T14:00");
        assertThat(end(england, 0, Unit.AT_ONCE, "2026-12-04T15:00")).isEqualTo("2026-12-07T11:00");
        assertThat(end(england, 0, Unit.AT_ONCE, "2026-12-05T15:00")).isEqualTo("2026-12-07T13:00");
    }

    @Test
    void letsAnEarlierDateWinAndSaysWhich() {
        Instant now = london("2026-12-01T10:00");
        Deadline deadline = england.count(clock(5, Unit.WORKING_DAY), now);

        Deadline sooner = england.bringForward(deadline, london("2026-12-04T17:00"), Working.Bound.CHILDS_DATE, now);
        assertThat(local(sooner.remindBy().orElseThrow())).isEqualTo("2026-12-04T17:00");
        assertThat(sooner.working().bound()).isEqualTo(Working.Bound.CHILDS_DATE);

        assertThat(england.bringForward(deadline, london("2026-12-24T17:00"), Working.Bound.CHILDS_DATE, now))
                .isEqualTo(deadline);
    }

    @Test
    void treatsADateAlreadyPastAsAtOnce() {
        Instant now = london("2026-12-01T10:00");
        Deadline deadline = england.count(clock(5, Unit.WORKING_DAY), now);

        Deadline atOnce = england.bringForward(deadline, london("2026-11-30T17:00"), Working.Bound.CHILDS_DATE, now);

        assertThat(local(atOnce.remindBy().orElseThrow())).isEqualTo("2026-12-01T14:00");
        assertThat(atOnce.working().bound()).isEqualTo(Working.Bound.AT_ONCE);
    }

    @Test
    void knowsNoDateUntilItsAnchorHappens() {
        Deadline deadline = england.notYetKnown(clock(15, Unit.WORKING_DAY));

        assertThat(deadline.isKnown()).isFalse();
        assertThat(deadline.isPast(london("2030-01-01T00:00"))).isFalse();
    }

    @Test
    void knowsTheHolidaysOfEachNation() {
        assertThat(List.of("2026-12-25", "2026-12-28", "2027-01-01", "2026-05-04", "2026-05-25", "2026-08-31"))
                .allMatch(day -> new BankHolidays(Nation.ENGLAND_AND_WALES).isHoliday(LocalDate.parse(day)));
        assertThat(new BankHolidays(Nation.SCOTLAND).isHoliday(LocalDate.of(2026, 6, 15)))
                .isTrue();
        assertThat(new BankHolidays(Nation.NORTHERN_IRELAND).isHoliday(LocalDate.of(2026, 3, 17)))
                .isTrue();
    }

    private static Deadlines deadlines(Nation nation, MonthEnd monthEnd) {
        CalendarRules rules = new CalendarRules(nation, LocalTime.of(17, 0), ArrivesLate.NEXT_WORKING_DAY, monthEnd);
        return new Deadlines(new WorkingCalendar(rules, new BankHolidays(nation)));
    }

    private static ClockRule clock(int quantity, Unit unit) {
        return new ClockRule("test", Agreement.NONE, quantity, unit, Anchor.of(Anchor.Kind.REACHED), false, false);
    }

    private static String end(Deadlines deadlines, int quantity, Unit unit, String from) {
        return local(
                deadlines.count(clock(quantity, unit), london(from)).remindBy().orElseThrow());
    }

    private static Instant london(String local) {
        return LocalDateTime.parse(local).atZone(WorkingCalendar.LONDON).toInstant();
    }

    private static String local(Instant instant) {
        return LocalDateTime.ofInstant(instant, WorkingCalendar.LONDON).toString();
    }
}
