package org.secondlook.core.protocol.yaml;

import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Optional;
import org.secondlook.core.protocol.CalendarRules;
import org.secondlook.core.protocol.CalendarRules.ArrivesLate;
import org.secondlook.core.protocol.CalendarRules.MonthEnd;
import org.secondlook.core.protocol.CalendarRules.Nation;
import org.secondlook.core.protocol.Scope;
import org.secondlook.core.protocol.Source;
import org.secondlook.core.yaml.Table;

/** Reads where a pack comes from, whom it serves and how it reads a calendar. */
final class HeaderReader {

    private HeaderReader() {}

    static Source source(Table pack) {
        if (!pack.has("source")) {
            pack.fault("source", "has no 'source'. Say from which document it was written.");
            return new Source("", none(), none(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        Table table = pack.table("source");
        Source source = new Source(
                table.text("document"),
                month(table, "reviewed"),
                month(table, "review-due"),
                table.optionalText("live-policy"),
                table.optionalText("supersedes"),
                table.optionalText("note"));
        table.nothingElse();
        return source;
    }

    static CalendarRules calendar(Table pack) {
        Table table = pack.table("calendar");
        CalendarRules rules = new CalendarRules(
                table.optionalWord("nation", Nation.class).orElse(Nation.ENGLAND_AND_WALES),
                table.optionalTime("day-ends").orElse(LocalTime.of(17, 0)),
                table.optionalWord("arrives-late", ArrivesLate.class).orElse(ArrivesLate.NEXT_WORKING_DAY),
                table.optionalWord("month-ends-on-holiday", MonthEnd.class).orElse(MonthEnd.WORKING_DAY_BEFORE));
        table.nothingElse();
        return rules;
    }

    static Scope scope(Table pack) {
        Table table = pack.table("scope");
        Scope scope = table.optionalWord("agencies", Scope.class).orElse(Scope.BETWEEN);
        table.nothingElse();
        return scope;
    }

    private static Optional<YearMonth> month(Table table, String key) {
        boolean unknown = table.optionalText(key).filter("unknown"::equals).isPresent();
        return unknown ? none() : table.optionalMonth(key);
    }

    private static Optional<YearMonth> none() {
        return Optional.empty();
    }
}
