package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A moment to think before sending is the person's own: what is ticked is neither kept nor sent. */
class ReflectionTest {

    private static final String PERSONAL = "any personal reason";
    private static final String CLOSE = "being close to one family member";

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor asha = story.person("asha-patel");
    private final Story.Actor tom = story.person("tom-reed");

    @Test
    void whatIsTickedIsForgottenAtOnceAndReadByNobody() {
        ShortConcern.begunBy(asha);
        assertThat(PlainText.of(asha.screen())).contains("( ) I've thought about " + PERSONAL, CLOSE);

        asha.enters(Map.of("P-12", List.of("personal", "close")), "Continue");
        assertThat(PlainText.of(asha.screen())).doesNotContain(PERSONAL, CLOSE);
        asha.presses("Back");
        assertThat(PlainText.of(asha.screen())).doesNotContain("(x)");

        asha.presses("Continue").presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
        tom.pressesInMessage("Read it").passesFirstQuestions();
        assertThat(PlainText.of(tom.screen()))
                .contains("The family needs them.")
                .doesNotContain(PERSONAL, CLOSE);
    }
}
