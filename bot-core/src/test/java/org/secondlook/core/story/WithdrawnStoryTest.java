package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever raised it may withdraw it, while the child is safe and nobody presses them to (C-3). */
class WithdrawnStoryTest {

    private static final String REASON = "The family has moved to another area.";

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor asha = story.person("asha-patel");
    private final Story.Actor tom = story.person("tom-reed");
    private final Story.Actor helen = story.person("helen-ward");
    private final Story.Actor priya = story.person("priya-shah");

    @BeforeEach
    void takenAcross() {
        ShortConcern.begunBy(asha).presses("Continue").presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
        tom.pressesInMessage("Read it").passesFirstQuestions().presses("Take it to Priya Shah");
        tom.presses("Continue").presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));
        asha.begins("cases").presses("Open ").presses("Withdraw it");
    }

    @Test
    void everybodyWhoWasAskedIsToldAndNothingIsOwedAnyMore() {
        asha.enters(Map.of("C-3.safe", List.of("yes"), "C-3.why", List.of(REASON)), "Continue")
                .presses("Withdraw it");
        story.wait(Duration.ofMinutes(2));

        assertThat(List.of(tom, helen, priya))
                .allSatisfy(told -> assertThat(latest(told))
                        .contains("NS-2026-0001 was withdrawn")
                        .doesNotContain(REASON));
        story.until("2026-12-09T10:00");
        assertThat(latest(priya)).contains("was withdrawn");
        assertThat(page(asha)).contains("Asha Patel withdrew it").doesNotContain("[Withdraw it]");
        assertThat(page(priya)).doesNotContain(REASON);
    }

    @Test
    void itCanBeTakenBackForTwoMinutes() {
        asha.enters(Map.of("C-3.safe", List.of("yes"), "C-3.why", List.of(REASON)), "Continue")
                .presses("Withdraw it")
                .presses("Undo");
        story.wait(Duration.ofMinutes(2));

        assertThat(latest(priya)).doesNotContain("was withdrawn");
    }

    @Test
    void itStaysOpenWhileTheChildIsNotSafe() {
        asha.enters(Map.of("C-3.safe", List.of("no")), "Continue");
        assertThat(PlainText.of(asha.screen())).contains("999", "Helen Ward");
        asha.presses("Keep it open");

        assertThat(asha.screen().id()).isEqualTo("H-1");
        assertThat(page(asha)).contains("Priya Shah answers");
    }

    @Test
    void theLeadAloneLearnsThatSomebodyWasPressed() {
        int toldBefore = tom.messages().size();
        asha.enters(Map.of("C-3.safe", List.of("asked")), "Continue").presses("Tell Helen Ward");
        assertThat(PlainText.of(asha.screen())).contains("Nobody else is told, and the case stays open");
        story.wait(Duration.ofMinutes(2));

        assertThat(latest(helen)).contains("Asha Patel was asked to withdraw");
        assertThat(tom.messages()).hasSize(toldBefore);
        assertThat(page(asha)).contains("Priya Shah answers");
    }

    private static String page(Story.Actor actor) {
        return PlainText.of(actor.begins("cases").presses("Open ").screen());
    }

    private static String latest(Story.Actor actor) {
        return PlainText.of(actor.messages().get(actor.messages().size() - 1));
    }
}
