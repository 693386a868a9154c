package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What was sent can be taken back for two minutes, and then no more. */
class UndoTest {

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor asha = story.person("asha-patel");
    private final Story.Actor tom = story.person("tom-reed");

    @Test
    void takesBackARaisedCaseBeforeAnybodyLearnsOfIt() {
        raises();
        asha.presses("Undo");

        assertThat(asha.screen().id()).isEqualTo("P-13");
        story.wait(Duration.ofDays(3));
        assertThat(tom.messages()).isEmpty();
        asha.begins("cases");
        assertThat(PlainText.of(asha.screen())).contains("Drafts").doesNotContain("NS-2026-0001");
    }

    @Test
    void sendsItAgainUnderANewReference() {
        raises();
        asha.presses("Undo").presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));

        assertThat(PlainText.of(asha.screen())).contains("NS-2026-0002");
        assertThat(tom.messages()).hasSize(1);
    }

    @Test
    void saysThatItIsGoneOnceItWasSent() {
        raises();
        story.wait(Duration.ofMinutes(2));
        asha.presses("Undo");

        assertThat(PlainText.of(asha.screen())).contains("can no longer be taken back");
        assertThat(tom.messages()).hasSize(1);
    }

    private void raises() {
        ShortConcern.begunBy(asha).presses("Continue").presses("Send to Tom Reed");
    }
}
