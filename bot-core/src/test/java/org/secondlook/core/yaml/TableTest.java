package org.secondlook.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    private final Findings findings = new Findings("f.yaml");

    @Test
    void readsEachKindOfValue() {
        Table table = read("""
                text: a b
                number: 12
                yes: true
                date: 2026-11-14
                month: 2026-11
                time: 5:30pm
                day: monday
                days: [monday, tuesday]
                list: [a, b]
                pairs: { x: y }
                """);

        assertThat(table.text("text")).isEqualTo("a b");
        assertThat(table.wholeNumber("number")).isEqualTo(12);
        assertThat(table.isTrue("yes")).isTrue();
        assertThat(table.date("date")).contains(LocalDate.of(2026, 11, 14));
        assertThat(table.optionalMonth("month")).contains(YearMonth.of(2026, 11));
        assertThat(table.optionalTime("time")).contains(LocalTime.of(17, 30));
        assertThat(table.word("day", DayOfWeek.class)).contains(DayOfWeek.MONDAY);
        assertThat(table.words("days", DayOfWeek.class)).containsExactly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
        assertThat(table.texts("list")).containsExactly(new Text("a", 9), new Text("b", 9));
        assertThat(table.pairs("pairs")).containsEntry("x", new Text("y", 10));
        table.nothingElse();
        assertThat(faults()).isEmpty();
    }

    @Test
    void answersWithNothingWhereAnOptionalKeyIsAbsent() {
        Table table = read("a: b");

        assertThat(table.optionalText("x")).isEmpty();
        assertThat(table.isTrue("x")).isFalse();
        assertThat(table.optionalDate("x")).isEmpty();
        assertThat(table.optionalWord("x", DayOfWeek.class)).isEmpty();
        assertThat(table.texts("x")).isEmpty();
        assertThat(table.rows("x", "row")).isEmpty();
        assertThat(table.table("x").keys()).isEmpty();
        assertThat(faults()).isEmpty();
    }

    @Test
    void goesOnAfterAFaultToTheNext() {
        Table table = read("""
                number: twelve
                list: a
                text: [a]
                empty:
                blank: ' '
                day: mondey
                """);

        assertThat(table.text("absent")).isEmpty();
        assertThat(table.wholeNumber("number")).isZero();
        assertThat(table.texts("list")).isEmpty();
        assertThat(table.text("text")).isEmpty();
        assertThat(table.text("empty")).isEmpty();
        assertThat(table.text("blank")).isEmpty();
        assertThat(table.word("day", DayOfWeek.class)).isEmpty();
        assertThat(faults())
                .containsExactly(
                        "f.yaml:1: The file has no 'absent'. Add one.",
                        "f.yaml:1: 'number' of the file must be a whole number from 1, but is 'twelve'.",
                        "f.yaml:2: 'list' of the file must be a list such as [a, b], but is text.",
                        "f.yaml:3: 'text' of the file must be text, but is a list.",
                        "f.yaml:4: 'empty' of the file is empty. Fill it in or delete it.",
                        "f.yaml:5: 'blank' of the file is empty. Fill it in or delete it.",
                        "f.yaml:6: 'day' of the file cannot be 'mondey'. Did you mean 'monday'? Use monday, tuesday, "
                                + "wednesday, thursday, friday, saturday or sunday.");
    }

    @ParameterizedTest
    @CsvSource({"0", "-3", "1.5", "0x10", "99999999999", "'\"12\"'", "[1]"})
    void refusesWhatIsNoWholeNumberFromOne(String number) {
        assertThat(read("n: " + number).wholeNumber("n")).isZero();
        assertThat(faults()).singleElement().asString().contains("must be a whole number from 1, but is");
    }

    @Test
    void callsARowByItsIdOrItsNumber() {
        List<Table> rows = read("rows: [{ id: one }, { other: x }]").rows("rows", "row");

        assertThat(rows).extracting(Table::name).containsExactly("row one", "row 2 of the file");
    }

    @Test
    void findsTheKeysThatNobodyAskedForAndTheNearestKnown() {
        Table table = read("titel: a\nowner: b\n");
        table.optionalText("title");
        table.nothingElse();

        assertThat(faults())
                .containsExactly(
                        "f.yaml:1: The file has no use for 'titel'. Did you mean 'title'?",
                        "f.yaml:2: The file has no use for 'owner'. Use title.");
    }

    @Test
    void laysOneTableOverAnotherKeyByKey() {
        List<Table> rows = read("""
                        rows:
                          - { id: a, x: below, y: below }
                          - { id: a, y: above }
                        """).rows("rows", "row");
        Table laid = rows.get(1).over(rows.get(0));

        assertThat(laid.text("x")).isEqualTo("below");
        assertThat(laid.text("y")).isEqualTo("above");
        assertThat(laid.line("x")).isEqualTo(2);
        assertThat(laid.line("y")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"Step 1", "step_1", "1step", "step-", "-step", "stép"})
    void refusesNamesThatAreNotInSmallLettersDigitsAndHyphens(String id) {
        assertThat(read("id: " + id).id("id")).isEmpty();
        assertThat(faults())
                .containsExactly("f.yaml:1: '" + id
                        + "' cannot be a name here. Use small letters, digits and hyphens, such as 'step-1'.");
    }

    @ParameterizedTest
    @CsvSource({"titel,title", "reveiw,review", "stp,step", "frist-line,first-line"})
    void hintsAtAWordThatDiffersLittle(String word, String meant) {
        assertThat(Nearest.hint(word, List.of("title", "review", "step", "first-line")))
                .isEqualTo(" Did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @CsvSource({"xyz", "stage", "a"})
    void hintsAtNothingThatDiffersMuch(String word) {
        assertThat(Nearest.hint(word, List.of("title", "review", "step"))).isEmpty();
    }

    private Table read(String text) {
        return YamlFile.read("the file", text, findings);
    }

    private List<String> faults() {
        return findings.faults().stream().map(Fault::toString).toList();
    }
}
