package org.secondlook.core.calendar.yaml;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.calendar.KnownHolidays;
import org.secondlook.core.calendar.KnownHolidays.Day;
import org.secondlook.core.protocol.CalendarRules.Nation;
import org.secondlook.core.yaml.FaultyFileException;
import org.secondlook.core.yaml.Findings;
import org.secondlook.core.yaml.Spelling;
import org.secondlook.core.yaml.Table;
import org.secondlook.core.yaml.YamlFile;

/** Reads a file of holidays: days that are proclaimed once, and bank holidays that are moved or fall out. */
public final class HolidaysReader {

    private final Map<Day, Integer> lines = new HashMap<>();

    private HolidaysReader() {}

    /**
     * The holidays that come with the bot, changed as the file says.
     *
     * @throws FaultyFileException with every fault
     */
    public static KnownHolidays read(String file, String text) {
        Findings findings = new Findings(file);
        Table table = YamlFile.read("the file", text, findings);
        HolidaysReader reader = new HolidaysReader();
        Set<Day> added = reader.days(table, "holidays", "holiday");
        Set<Day> takenAway = reader.days(table, "not-holidays", "not-holiday");
        Optional<LocalDate> until = table.optionalDate("known-until");
        table.nothingElse();
        findings.warnings().forEach(unfinished -> findings.fault(unfinished.line(), unfinished.sentence()));
        findings.refuseIfFaulty();
        return new KnownHolidays(added, takenAway, until.orElse(KnownHolidays.CHECKED_UNTIL));
    }

    private Set<Day> days(Table table, String key, String kind) {
        Set<Day> days = new HashSet<>();
        for (Table row : table.rows(key, kind)) {
            Optional<LocalDate> date = row.date("date");
            List<Nation> nations = row.words("nations", Nation.class);
            row.text("name");
            row.nothingElse();
            if (row.texts("nations").isEmpty()) {
                row.fault(
                        "nations",
                        "names no nation. Use one or more of %s."
                                .formatted(Spelling.allOf(Spelling.all(Nation.class))));
            }
            date.ifPresent(on -> {
                requireWeekday(row, on);
                nations.forEach(nation -> days.add(once(row, new Day(nation, on))));
            });
        }
        return days;
    }

    private static void requireWeekday(Table row, LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        if (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY) {
            row.fault(
                    "date",
                    "is on a %s, which never counts. Use the day off instead of it, if there is one."
                            .formatted(day.getDisplayName(TextStyle.FULL, Locale.UK)));
        }
    }

    private Day once(Table row, Day day) {
        Integer earlier = lines.putIfAbsent(day, row.line());
        if (earlier != null) {
            row.fault(
                    "date",
                    "says something of %s in %s that line %d says already. Say it once."
                            .formatted(day.date(), Spelling.of(day.nation()), earlier));
        }
        return day;
    }
}
