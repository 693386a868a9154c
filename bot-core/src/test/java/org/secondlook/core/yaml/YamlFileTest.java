package org.secondlook.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {

    private final Findings findings = new Findings("f.yaml");

    @ParameterizedTest
    @ValueSource(strings = {"no", "on", "y", "01484 414960", "2026-01-02", "7.2.4", "1:30", "0x1G"})
    void readsAsTextWhatOlderYamlWouldChange(String word) {
        assertThat(read("a: " + word).text("a")).isEqualTo(word);
        assertThat(faults()).isEmpty();
    }

    @Test
    void keepsQuotedNumbersAsText() {
        assertThat(read("a: \"0123\"").text("a")).isEqualTo("0123");
        assertThat(faults()).isEmpty();
    }

    @Test
    void readsWhatEditorsOfWindowsSave() {
        assertThat(read("\uFEFFa: b\r\nc: d\r\n").text("c")).isEqualTo("d");
        assertThat(faults()).isEmpty();
    }

    @Test
    void refusesAnchorsAliasesTagsAndMerges() {
        read("""
                a: &x { b: 1 }
                c: *x
                d: !!str e
                f:
                  <<: { g: h }
                """);

        assertThat(faults())
                .containsExactly(
                        "f.yaml:1: Anchors such as &name are not used here. Write each value where it belongs.",
                        "f.yaml:2: Aliases such as *name are not used here. Write the value out.",
                        "f.yaml:3: Tags such as !name are not used here. Delete the tag.",
                        "f.yaml:5: Merging with '<<' is not used here. Write the keys out.");
    }

    @Test
    void refusesAKeyGivenTwiceAtAnyDepth() {
        read("""
                a:
                  b: 1
                  c: 2
                  b: 3
                a: 4
                """);

        assertThat(faults())
                .containsExactly(
                        "f.yaml:4: 'b' is given twice; it stands on line 2 already.",
                        "f.yaml:5: 'a' is given twice; it stands on line 1 already.");
    }

    @Test
    void refusesKeysThatAreNoWords() {
        read("[a, b]: c\n~: d\n");

        assertThat(faults())
                .containsExactly(
                        "f.yaml:1: A key must be a word, but this one is a list.",
                        "f.yaml:2: A value stands here without a key.");
    }

    @Test
    void refusesDirectives() {
        read("%YAML 1.2\n---\na: b\n");

        assertThat(faults())
                .containsExactly("f.yaml:1: Directives, lines that begin with %, are not used here. Delete them.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|f.yaml:1: The file is empty.",
                "'# nothing'|f.yaml:1: The file is empty.",
                "'- a'|f.yaml:1: The file must consist of keys and values, such as 'title: ...', but is a list.",
                "'a: b\n---\nc: d'|f.yaml:3: A second document begins here. Keep one document in a file.",
                "'a: b\nc: \u0007'|f.yaml:2: The character U+0007 cannot stand in a YAML file. Delete it."
            })
    void refusesAFileThatIsNoTable(String text, String fault) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(FaultyFileException.class)
                .hasMessage(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFFFD", "\uD800"})
    void refusesAFileThatIsNotInUtf8(String garbled) {
        assertThatThrownBy(() -> read("a: b\nc: caf" + garbled + "\n"))
                .hasMessage("f.yaml:2: A character here cannot be read. Save the file as UTF-8.");
    }

    @Test
    void saysWhereTheYamlBreaks() {
        assertThatThrownBy(() -> read("a: b\n c: d\n"))
                .hasMessageStartingWith("f.yaml:2: This cannot be read as YAML (mapping values are not allowed here).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{ a: ", "- ", "? "})
    void refusesAnOutlineTooDeepAtOnce(String deeper) {
        assertTimeout(
                Duration.ofSeconds(30),
                () -> assertThatThrownBy(() -> read(deeper.repeat(150_000)))
                        .hasMessage("f.yaml:1: The outline is more than 32 levels deep here."));
    }

    @Test
    void refusesAFileTooLongToBeWrittenByPeople() {
        assertThatThrownBy(() -> read("a: " + "b".repeat(1_000_000)))
                .hasMessage("f.yaml:1: The file is longer than a million characters.");
    }

    @Test
    void notesWhateverIsStillToFill() {
        Table table = read("a: { b: to-fill }\nc: [to-fill]\nd: not to-fill\n");

        assertThat(findings.warnings())
                .containsExactly(
                        new Warning("f.yaml", 1, "'a.b' is still to fill. Find it out before live use.", true),
                        new Warning("f.yaml", 2, "'c' is still to fill. Find it out before live use.", true));
        assertThat(table.table("a").optionalText("b")).isEmpty();
    }

    @Test
    void listsEveryFaultInTheOrderOfTheLines() {
        findings.fault(7, "Later.");
        findings.fault(2, "Sooner.");
        findings.fault(7, "Later.");

        assertThatThrownBy(findings::refuseIfFaulty)
                .isInstanceOfSatisfying(
                        FaultyFileException.class, e -> assertThat(e.faults()).hasSize(2))
                .hasMessage("f.yaml:2: Sooner.\nf.yaml:7: Later.");
    }

    private Table read(String text) {
        return YamlFile.read("the file", text, findings);
    }

    private List<String> faults() {
        return findings.faults().stream().map(Fault::toString).toList();
    }
}
