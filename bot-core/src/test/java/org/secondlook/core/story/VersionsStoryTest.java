package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.yaml.PackReader;

/** A partnership changes its procedure while a case runs: the case keeps the one it began under, the next one has the new. */
class VersionsStoryTest {

    private static final Path PACK = Path.of("src/main/resources/protocols/bradford@1.yaml");

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

    /** The third version asks nothing of its own, so the screen of such questions is gone. */
    @Test
    void aDraftAtAScreenThatIsAskedNoMoreIsAskedFromTheStartWithItsAnswers() throws IOException {
        Story.Actor leila = story.person("leila-haddad");
        ShortConcern.begunBy(leila).presses("Back").presses("Save and finish later");
        String third = Files.readString(PACK)
                .replace("version: 1", "version: 3")
                .replace("asks: [tool-used, level-of-need]", "asks: [level-of-need]")
                .replace("asks: [significant, possible-cause, resolved-when]", "asks: [possible-cause, resolved-when]")
                .replaceAll("(?m)^  (tool-used|significant): .*\\n", "")
                .replaceAll("(?m)^questions:\\n", "");
        story.adopts(PackReader.read("bradford@3.yaml", third).protocol());

        leila.begins("").presses("Carry on");
        assertThat(leila.screen().id()).isEqualTo("P-0");
        new Filling("2026-11-30").until(leila, "Send to Chris Doyle");
        story.wait(Duration.ofMinutes(2));
        assertThat(PlainText.of(story.person("chris-doyle")
                        .pressesInMessage("Read it")
                        .passesFirstQuestions()
                        .screen()))
                .contains("Visits stop.", "Weight is falling.");
    }

    private String page(String reference) {
        return PlainText.of(asha.begins("cases").presses("Open " + reference).screen());
    }

    private static Protocol secondVersion() throws IOException {
        String first = Files.readString(PACK);
        String second = first.replace("version: 1", "version: 2")
                .replace("title: Step ", "title: Rung ")
                .replace("title: \"Step ", "title: \"Rung ")
                .replace("step: 5 working days after reached", "step: 3 working days after reached");
        return PackReader.read("bradford@2.yaml", second).protocol();
    }

    private void raises(String neededBy) {
        ShortConcern.begunBy(asha, neededBy).presses("Continue").presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
    }
}
