package org.secondlook.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.secondlook.core.protocol.CalendarRules.Nation;

/**
 * The bank holidays of the three nations by the rules of the Banking and Financial Dealings Act and the proclamations
 * since 2020, worked out year by year, apart from the library that the bot asks.
 */
final class Almanac {

    private final Set<LocalDate> holidays = new HashSet<>();

    Almanac(Nation nation, int firstYear, int lastYear) {
        for (int year = firstYear; year <= lastYear; year++) {
            everywhere(year);
            switch (nation) {
                case ENGLAND_AND_WALES -> england(year);
                case SCOTLAND -> scotland(year);
                case NORTHERN_IRELAND -> {
                    england(year);
                    instead(LocalDate.of(year, 3, 17));
                    instead(LocalDate.of(year, 7, 12));
                }
            }
        }
        once();
    }

    boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day) && !holidays.contains(day);
    }

    private void everywhere(int year) {
        holidays.add(easter(year).minusDays(2));
        holidays.add(year == 2020 ? LocalDate.of(2020, 5, 8) : firstMonday(year, 5));
        holidays.add(year == 2022 ? LocalDate.of(2022, 6, 2) : lastMonday(year, 5));
        instead(LocalDate.of(year, 12, 25));
        instead(LocalDate.of(year, 12, 26));
    }

    private void england(int year) {
        instead(LocalDate.of(year, 1, 1));
        holidays.add(easter(year).plusDays(1));
        holidays.add(lastMonday(year, 8));
    }

    private void scotland(int year) {
        instead(LocalDate.of(year, 1, 1));
        instead(LocalDate.of(year, 1, 2));
        holidays.add(firstMonday(year, 8));
        instead(LocalDate.of(year, 11, 30));
        if (year == 2026) {
            holidays.add(LocalDate.of(2026, 6, 15)); // Scotland at the World Cup.
        }
    }

    /** The Platinum Jubilee, the funeral of Queen Elizabeth, and the coronation of King Charles. */
    private void once() {
        holidays.add(LocalDate.of(2022, 6, 3));
        holidays.add(LocalDate.of(2022, 9, 19));
        holidays.add(LocalDate.of(2023, 5, 8));
    }

    /** The day itself or, at a weekend, the next weekday that is not taken. */
    private void instead(LocalDate day) {
        LocalDate free = day;
        while (isWeekend(free) || holidays.contains(free)) {
            free = free.plusDays(1);
        }
        holidays.add(free);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static LocalDate firstMonday(int year, int month) {
        LocalDate day = LocalDate.of(year, month, 1);
        while (day.getDayOfWeek() != DayOfWeek.MONDAY) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static LocalDate lastMonday(int year, int month) {
        LocalDate day = LocalDate.of(year, month, 31);
        while (day.getDayOfWeek() != DayOfWeek.MONDAY) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** Easter Sunday by golden number and century, as the calendar of 1583 has it. */
    private static LocalDate easter(int year) {
        int golden = year % 19 + 1;
        int century = year / 100 + 1;
        int leapsLeftOut = 3 * century / 4 - 12;
        int moon = (8 * century + 5) / 25 - 5;
        int sunday = 5 * year / 4 - leapsLeftOut - 10;
        int epact = Math.floorMod(11 * golden + 20 + moon - leapsLeftOut, 30);
        epact += (epact == 25 && golden > 11) || epact == 24 ? 1 : 0;
        int fullMoon = 44 - epact;
        fullMoon += fullMoon < 21 ? 30 : 0;
        int march = fullMoon + 7 - (sunday + fullMoon) % 7;
        return LocalDate.of(year, 3, 1).plusDays(march - 1);
    }
}
