package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondlook.core.story.Ladder.decisionStands;
import static org.secondlook.core.story.Ladder.raises;
import static org.secondlook.core.story.Ladder.takesForward;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is said of how a case goes on when its date passes is what happens. */
class GoingOnTest {

    private static final String MOVES = "it goes to the next stage";
    private static final String WAITS = "somebody in the raising agency decides how it goes on";

    @Test
    void belowThePartnershipItMovesTheNextMorningThoughNobodyPresses() {
        Story story = pscp();
        decisionStands(story, "kofi-mensah", "Sunita Desai");
        assertThat(reads(story, "sunita-desai")).contains(MOVES);

        story.until("2026-12-04T17:30");
        assertThat(reads(story, "sunita-desai"))
                .contains("If nobody has by 10am on the next working day, it moves by itself.")
                .doesNotContain("only when a person presses");
        story.until("2026-12-07T10:01");
        assertThat(page(story, "jowan-bolitho")).contains("Now: Stage four");
    }

    @Test
    void intoThePartnershipItWaitsForAPerson() {
        Story story = new Story("kirklees", "2026-12-01T10:00");
        raises(story.person("molly-haigh"), "council", "post:social-worker", "Send to Ibrahim Sesay");
        story.wait(Duration.ofMinutes(2));
        takesForward(story.person("ibrahim-sesay"), "Declan Sykes");
        story.wait(Duration.ofMinutes(2));
        decisionStands(story, "declan-sykes", "Ibrahim Sesay");
        assertThat(reads(story, "ibrahim-sesay")).contains(WAITS).doesNotContain(MOVES);

        story.until("2026-12-04T17:30");
        assertThat(reads(story, "ibrahim-sesay")).contains("only when a person presses");
        story.until("2026-12-14T10:00");
        assertThat(page(story, "molly-haigh")).contains("Now: Step 2");
    }

    @Test
    void onTheLastStageItStaysAndNobodyIsToldToMoveIt() {
        Story story = pscp();
        story.until("2026-12-18T10:30");
        assertThat(reads(story, "anton-wolski"))
                .contains("You can talk meanwhile or write down what you agreed.")
                .doesNotContain("move it up");
        Ladder.talks(story, "anton-wolski");
        decisionStands(story, "shanti-rao", "Anton Wolski");

        assertThat(reads(story, "anton-wolski"))
                .contains("It is settled when both of you have said yes")
                .doesNotContain(MOVES, WAITS);
    }

    private static Story pscp() {
        Story story = new Story("pscp", "2026-12-01T10:00");
        raises(story.person("jowan-bolitho"), "council", "post:social-worker", "Send to Sunita Desai");
        story.wait(Duration.ofMinutes(2));
        takesForward(story.person("sunita-desai"), "Kofi Mensah");
        story.wait(Duration.ofMinutes(2));
        return story;
    }

    /** The case as a person reads it, past the question that is asked once. */
    private static String reads(Story story, String person) {
        Story.Actor actor = story.person(person).begins("cases").presses("Open ");
        actor.passesFirstQuestions();
        if (actor.screen().id().equals("H-1")) {
            actor.presses("Read it");
        }
        return PlainText.of(actor.screen());
    }

    private static String page(Story story, String raiser) {
        return PlainText.of(
                story.person(raiser).begins("cases").presses("Open ").screen());
    }
}
