package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Halfway to the date, whoever waits for an answer hears that there is none yet and that nothing is asked of them (N-7). */
class WaitingForAnAnswerTest {

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor tom = story.person("tom-reed");
    private final Story.Actor priya = story.person("priya-shah");

    @BeforeEach
    void takenAcross() {
        ShortConcern.begunBy(story.person("asha-patel"), "2026-12-08")
                .presses("Continue")
                .presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
        tom.pressesInMessage("Read it").passesFirstQuestions().presses("Take it to Priya Shah");
        tom.presses("Continue").presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));
    }

    @Test
    void tellsThatNobodyHasOpenedIt() {
        story.until("2026-12-03T10:00");

        assertThat(latest(tom))
                .contains(
                        "Priya Shah has not yet opened your message on NS-2026-0001", "You don't need to do anything");
        assertThat(latest(priya)).contains("It takes about 10 minutes");
    }

    @Test
    void tellsThatSomebodyHas() {
        priya.pressesInMessage("I've seen this");
        story.until("2026-12-03T10:00");

        assertThat(latest(tom)).contains("Priya Shah has seen your message on NS-2026-0001 and has not yet replied");
    }

    private static String latest(Story.Actor actor) {
        return PlainText.of(actor.messages().get(actor.messages().size() - 1));
    }
}
