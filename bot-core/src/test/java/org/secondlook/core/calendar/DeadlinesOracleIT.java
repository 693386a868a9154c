package org.secondlook.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.secondlook.core.protocol.Anchor;
import org.secondlook.core.protocol.CalendarRules;
import org.secondlook.core.protocol.CalendarRules.ArrivesLate;
import org.secondlook.core.protocol.CalendarRules.MonthEnd;
import org.secondlook.core.protocol.CalendarRules.Nation;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.ClockRule.Unit;

/**
 * Every clock against an oracle that shares nothing with it: bank holidays by its own almanac, summer time by its own rule,
 * days counted one by one and working hours minute by minute.
 */
class DeadlinesOracleIT {

    private static final int DEADLINES = 350_000;
    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2040;
    private static final long SEED = 2026;
    private static final LocalTime[] DAY_ENDS = {LocalTime.of(16, 30), LocalTime.of(17, 0), LocalTime.of(17, 30)};

    @ParameterizedTest
    @EnumSource
    void agreesOnEveryDeadline(Nation nation) {
        Random random = new Random(SEED);
        Almanac almanac = new Almanac(nation, FIRST_YEAR - 1, LAST_YEAR + 2);
        BankHolidays holidays = new BankHolidays(nation);
        for (int i = 0; i < DEADLINES; i++) {
            CalendarRules rules = new CalendarRules(
                    nation, any(random, DAY_ENDS), any(random, ArrivesLate.values()), any(random, MonthEnd.values()));
            ClockRule rule = rule(random);
            Instant from = instant(random);
            Deadline deadline = new Deadlines(new WorkingCalendar(rules, holidays)).count(rule, from);
            Oracle oracle = new Oracle(rules, almanac, from);
            Oracle.Due due = oracle.due(rule);
            if (!deadline.remindBy().orElseThrow().equals(due.remind())
                    || !deadline.acceptUntil().orElseThrow().equals(due.accept())) {
                assertThat(deadline)
                        .as("%s after %s under %s", rule, from, rules)
                        .extracting(
                                d -> d.remindBy().orElseThrow(),
                                d -> d.acceptUntil().orElseThrow())
                        .containsExactly(due.remind(), due.accept());
            }
        }
    }

    private static <T> T any(Random random, T[] of) {
        return of[random.nextInt(of.length)];
    }

    private static ClockRule rule(Random random) {
        Unit unit = any(random, Unit.values());
        boolean countsNothing = unit == Unit.SAME_WORKING_DAY || unit == Unit.AT_ONCE;
        int most =
                unit == Unit.CALENDAR_MONTH ? 6 : unit == Unit.WORKING_WEEK ? 8 : unit == Unit.WORKING_HOUR ? 20 : 72;
        Anchor.Kind anchor = random.nextBoolean() ? Anchor.Kind.RISK : Anchor.Kind.REACHED;
        return new ClockRule(
                "clock",
                ClockRule.Agreement.NONE,
                countsNothing ? 0 : 1 + random.nextInt(most),
                unit,
                Anchor.of(anchor),
                false,
                false);
    }

    /** Any minute of the years; often a minute about the end of a day, when much is decided. */
    private static Instant instant(Random random) {
        long days = LocalDate.of(LAST_YEAR + 1, 1, 1).toEpochDay()
                - LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
        LocalDate day = LocalDate.of(FIRST_YEAR, 1, 1).plusDays(random.nextInt((int) days));
        LocalTime time = random.nextInt(4) == 0
                ? LocalTime.of(15 + random.nextInt(3), random.nextBoolean() ? 0 : 30)
                : LocalTime.ofSecondOfDay(60L * random.nextInt(24 * 60));
        return LocalDateTime.of(day, time).toInstant(ZoneOffset.UTC);
    }

    /** Counts by hand. */
    private record Oracle(CalendarRules rules, Almanac almanac, Instant from) {

        record Due(Instant remind, Instant accept) {

            static Due at(Instant one) {
                return new Due(one, one);
            }
        }

        Due due(ClockRule rule) {
            int n = rule.quantity();
            return switch (rule.unit()) {
                case MINUTE -> Due.at(from.plusSeconds(60L * n));
                case HOUR -> hours(n);
                case WORKING_HOUR -> Due.at(workingHours(n));
                case WORKING_DAY -> Due.at(endOf(workingDays(n)));
                case WORKING_WEEK -> Due.at(endOf(workingDays(n * 5)));
                case CALENDAR_MONTH -> months(n);
                case SAME_WORKING_DAY -> Due.at(sameDay());
                case AT_ONCE ->
                    Due.at(rule.anchor().kind() == Anchor.Kind.RISK ? from.plusSeconds(15 * 60) : workingHours(4));
                case WORKING_MORNING -> Due.at(toInstant(after(today(), n).atTime(10, 0)));
                case WORKING_MIDDAY -> Due.at(toInstant(after(today(), n).atTime(12, 0)));
            };
        }

        private Due hours(int n) {
            Instant elapsed = from.plusSeconds(3600L * n);
            Instant onTheWall = toInstant(local(from).plusHours(n));
            return elapsed.isBefore(onTheWall) ? new Due(elapsed, onTheWall) : new Due(onTheWall, elapsed);
        }

        private Instant workingHours(int n) {
            LocalDateTime at = local(from);
            int left = n * 60;
            while (true) {
                boolean works = almanac.isWorkingDay(at.toLocalDate());
                if (!works || !at.toLocalTime().isBefore(rules.dayEnds())) {
                    at = at.toLocalDate().plusDays(1).atTime(9, 0);
                } else if (at.toLocalTime().isBefore(LocalTime.of(9, 0))) {
                    at = at.toLocalDate().atTime(9, 0);
                } else {
                    at = at.plusMinutes(1);
                    left--;
                    if (left == 0) {
                        return toInstant(at);
                    }
                }
            }
        }

        private LocalDate workingDays(int n) {
            boolean late =
                    !almanac.isWorkingDay(today()) || local(from).toLocalTime().isAfter(rules.dayEnds());
            boolean later = late && rules.arrivesLate() == ArrivesLate.WORKING_DAY_AFTER_NEXT;
            return after(today(), later ? n + 1 : n);
        }

        private LocalDate after(LocalDate day, int n) {
            LocalDate at = day;
            int left = n;
            while (left > 0) {
                at = at.plusDays(1);
                left -= almanac.isWorkingDay(at) ? 1 : 0;
            }
            return at;
        }

        private Due months(int n) {
            YearMonth month = YearMonth.from(today()).plusMonths(n);
            LocalDate last = month.atDay(Math.min(today().getDayOfMonth(), month.lengthOfMonth()));
            if (almanac.isWorkingDay(last)) {
                return Due.at(endOf(last));
            }
            if (rules.monthEnd() == MonthEnd.NEXT_WORKING_DAY) {
                return Due.at(endOf(after(last, 1)));
            }
            LocalDate before = last;
            while (!almanac.isWorkingDay(before)) {
                before = before.minusDays(1);
            }
            return new Due(endOf(before), endOf(last));
        }

        private Instant sameDay() {
            Instant end = endOf(today());
            return end.isAfter(from) ? end : from.plusSeconds(3600);
        }

        private LocalDate today() {
            return local(from).toLocalDate();
        }

        private Instant endOf(LocalDate day) {
            return toInstant(day.atTime(rules.dayEnds()));
        }

        /** Greenwich time, and an hour more from 1am on the last Sunday of March to 1am on that of October. */
        private static LocalDateTime local(Instant instant) {
            LocalDateTime greenwich = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
            boolean summer = !greenwich.isBefore(change(greenwich.getYear(), 3))
                    && greenwich.isBefore(change(greenwich.getYear(), 10));
            return summer ? greenwich.plusHours(1) : greenwich;
        }

        /** Of an hour that comes twice the first; of one that never comes the same moment, an hour later on the wall. */
        private static Instant toInstant(LocalDateTime local) {
            LocalDateTime springs = change(local.getYear(), 3).plusHours(1);
            LocalDateTime falls = change(local.getYear(), 10).plusHours(1);
            boolean summer = !local.isBefore(springs) && local.isBefore(falls);
            return (summer ? local.minusHours(1) : local).toInstant(ZoneOffset.UTC);
        }

        private static LocalDateTime change(int year, int month) {
            LocalDate day = LocalDate.of(year, month, 31);
            while (day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                day = day.minusDays(1);
            }
            return day.atTime(1, 0);
        }
    }
}
