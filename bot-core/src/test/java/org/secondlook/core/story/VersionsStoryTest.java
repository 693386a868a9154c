package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.yaml.PackReader;

/** A partnership changes its procedure while a case runs: the case keeps the one it began under, the next one has the new. */
class VersionsStoryTest {

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor asha = story.person("asha-patel");
    private final Story.Actor tom = story.person("tom-reed");

    @BeforeEach
    void oneCaseUnderEachVersion() throws IOException {
        raises("2026-12-08");
        story.adopts(secondVersion());
        raises("2026-12-04");
    }

    @Test
    void bothRunBesideEachOtherEachWithItsOwnTitlesAndDates() {
        assertThat(page("NS-2026-0001"))
                .contains("Now: Step 3, between managers or safeguarding leads")
                .contains("This stage ends by 5pm on Tuesday 8 December (5 working days)")
                .doesNotContain("Rung 3");
        assertThat(page("NS-2026-0002"))
                .contains("Now: Rung 3, between managers or safeguarding leads")
                .contains("This stage ends by 5pm on Friday 4 December (3 working days)")
                .doesNotContain("Step 3");
    }

    @Test
    void listsNameTheStageOfEachAsItsOwnVersionDoes() {
        assertThat(PlainText.of(asha.begins("cases").screen()))
                .contains("NS-2026-0001, Step 3, between managers")
                .contains("NS-2026-0002, Rung 3, between managers");
        assertThat(PlainText.of(tom.begins("cases").screen()))
                .contains("NS-2026-0001, Step 3, between managers")
                .contains("NS-2026-0002, Rung 3, between managers");
    }

    @Test
    void theClockMovesEachOnByItsOwnVersion() {
        story.until("2026-12-04T17:30");
        assertThat(page("NS-2026-0001")).contains("Now: Step 3, ");
        assertThat(page("NS-2026-0002")).contains("Now: Rung 4, ");

        story.until("2026-12-08T17:30");
        assertThat(page("NS-2026-0001"))
                .contains("Now: Step 4, ")
                .contains("This stage ends by 5pm on Tuesday 15 December");
    }

    private String page(String reference) {
        return PlainText.of(asha.begins("cases").presses("Open " + reference).screen());
    }

    private static Protocol secondVersion() throws IOException {
        String first = Files.readString(Path.of("src/main/resources/protocols/bradford@1.yaml"));
        String second = first.replace("version: 1", "version: 2")
                .replace("title: Step ", "title: Rung ")
                .replace("title: \"Step ", "title: \"Rung ")
                .replace("step: 5 working days after reached", "step: 3 working days after reached");
        return PackReader.read("bradford@2.yaml", second).protocol();
    }

    private void raises(String neededBy) {
        asha.begins("")
                .answers("P-0", "none")
                .answers("P-1", "service")
                .answers("P-2", "council")
                .answers("P-3", "not-yet")
                .presses("Carry on")
                .answers("P-4", "not-yet")
                .presses("Carry on")
                .answers("P-5", "none")
                .enters(Map.of("P-6", List.of("Visits stop."), "P-6.whose", List.of("unknown")), "Continue")
                .answers("P-7", "The family needs them.")
                .enters(Map.of("P-8", List.of("pattern"), "P-14", List.of("Level 3 of the continuum.")), "Continue")
                .answers("P-9", "Weight is falling.")
                .enters(Map.of("P-10", List.of("Visits go on."), "P-11", List.of(neededBy)), "Continue")
                .presses("Continue")
                .answers("Q.significant", "Nobody else sees the child each week.")
                .presses("Continue")
                .presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
    }
}
