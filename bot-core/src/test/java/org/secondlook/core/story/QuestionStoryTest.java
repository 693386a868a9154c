package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions that people in a case put to each other before they answer: from Teams to Slack and back. */
class QuestionStoryTest {

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor asha = story.person("asha-patel");
    private final Story.Actor tom = story.person("tom-reed");
    private final Story.Actor priya = story.person("priya-shah");

    @BeforeEach
    void raised() {
        ShortConcern.begunBy(asha).presses("Continue").presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
    }

    @Test
    void aQuestionIsPassedOnInsideAndItsAnswerSentOnChanged() {
        takenForward();
        asks(priya, "Tom Reed", "Who has seen the child since Monday?");
        story.wait(Duration.ofMinutes(2));

        tom.pressesInMessage("Read it").presses("Ask Asha Patel");
        story.wait(Duration.ofMinutes(2));
        asha.pressesInMessage("Read it").presses("Answer");
        asha.answers("Q-2a", "Only the school. I could not get in.").presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
        tom.pressesInMessage("Read it").presses("Change it first");
        assertThat(tom.screen().inputs().get(0).values()).containsExactly("Only the school. I could not get in.");
        tom.answers("Q-2a", "Only the school.").presses("Send to Priya Shah at");
        story.wait(Duration.ofMinutes(2));
        priya.pressesInMessage("Read it");

        assertThat(seenBy(priya)).contains("Only the school.").doesNotContain("could not get in");
        assertThat(seenBy(asha.begins("cases").presses("Open ").presses("Read it")))
                .contains("could not get in");
        Approvals.verify(story.transcript());
    }

    @Test
    void theRaisersAnswerIsSentOnAsItIs() {
        takenForward();
        asks(priya, "Tom Reed", "Who has seen the child since Monday?");
        story.wait(Duration.ofMinutes(2));
        tom.pressesInMessage("Read it").presses("Ask Asha Patel");
        story.wait(Duration.ofMinutes(2));
        asha.pressesInMessage("Read it").presses("Answer");
        asha.answers("Q-2a", "Only the school.").presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));

        tom.pressesInMessage("Read it").presses("Send Asha Patel's answer on").presses("Send to Priya Shah at");
        story.wait(Duration.ofMinutes(2));
        assertThat(seenBy(priya.pressesInMessage("Read it"))).contains("Only the school.");
    }

    @Test
    void whatWasTypedAsAnAnswerIsNotLostToTheRaisersWords() {
        takenForward();
        asks(priya, "Tom Reed", "Who has seen the child since Monday?");
        story.wait(Duration.ofMinutes(2));
        tom.pressesInMessage("Read it").presses("Ask Asha Patel");
        story.wait(Duration.ofMinutes(2));
        asha.pressesInMessage("Read it").presses("Answer");
        asha.answers("Q-2a", "Only the school.").presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
        tom.pressesInMessage("Read it").presses("Change it first");
        tom.enters(Map.of("Q-2a", List.of("The school, on Tuesday.")), "Save and finish later");

        openedAgain().presses("Send Asha Patel's answer on");
        assertThat(seenBy(tom)).contains("Only the school.");
        openedAgain().presses("Change it first");
        assertThat(tom.screen().inputs().get(0).values()).containsExactly("The school, on Tuesday.");
    }

    private Story.Actor openedAgain() {
        return tom.begins("cases").presses("Open ");
    }

    @Test
    void nobodyOnTheOtherSideLearnsWhatWasAskedInside() {
        tom.pressesInMessage("Read it").passesFirstQuestions();
        asks(tom, "Asha Patel", "Did you speak with the school?");
        story.wait(Duration.ofMinutes(2));
        asha.pressesInMessage("Read it").presses("Answer");
        asha.answers("Q-2a", "Yes, on Monday.").presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));

        assertThat(seenBy(tom.pressesInMessage("Read it"))).contains("Yes, on Monday.");
        tom.presses("Take it to Priya Shah").presses("Continue").presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));
        assertThat(seenBy(priya.pressesInMessage("Read it").passesFirstQuestions()))
                .doesNotContain("Monday.");
        assertThat(seenBy(priya.presses("See the case"))).doesNotContain("question");
    }

    @Test
    void theRaisingManagerAsksTheOtherSide() {
        takenForward();
        tom.begins("cases").presses("Open ");
        asks(tom, "Priya Shah", "What did the strategy meeting say?");
        story.wait(Duration.ofMinutes(2));

        assertThat(seenBy(priya.pressesInMessage("Read it"))).contains("What did the strategy meeting say?");
        assertThat(PlainText.of(priya.screen())).doesNotContain("Ask Asha Patel");
        priya.presses("Answer").answers("Q-2a", "It has not met.").presses("Send to Tom Reed at");
        story.wait(Duration.ofMinutes(2));
        assertThat(seenBy(tom.pressesInMessage("Read it"))).contains("It has not met.");
    }

    @Test
    void theThirdQuestionSuggestsToTalk() {
        takenForward();
        asks(priya, "Tom Reed", "Who has seen the child?");
        story.wait(Duration.ofMinutes(2));
        priya.begins("cases").presses("Open ");
        asks(priya, "Tom Reed", "And when?");
        story.wait(Duration.ofMinutes(2));

        priya.begins("cases").presses("Open ").presses("Ask Tom Reed a question");
        assertThat(seenBy(priya)).contains("It may be quicker to talk");
        priya.presses("Ask anyway");
        assertThat(priya.screen().id()).isEqualTo("Q-1");
    }

    @Test
    void whoeverAskedLearnsThatNoAnswerCameInTime() {
        takenForward();
        asks(priya, "Tom Reed", "Who has seen the child?");

        story.until("2026-12-02T12:00");

        assertThat(PlainText.of(priya.messages().get(priya.messages().size() - 1)))
                .contains("has not been answered yet");
    }

    @Test
    void aQuestionEndsWithTheAnswerItWasAskedFor() {
        takenForward();
        asks(priya, "Tom Reed", "Who has seen the child?");
        story.wait(Duration.ofMinutes(2));
        priya.begins("cases").presses("Open ").presses("Agree to a change");
        priya.enters(
                        Map.of(
                                "V-4.what",
                                List.of("We visit."),
                                "V-4.by",
                                List.of("2026-12-04"),
                                "G-3",
                                List.of("The health visitor calls each week."),
                                "G-3.working",
                                List.of("yes")),
                        "Continue")
                .presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));

        assertThat(PlainText.of(tom.begins("cases").presses("Open ").screen())).doesNotContain("[Answer]");
    }

    private void takenForward() {
        tom.pressesInMessage("Read it").passesFirstQuestions().presses("Take it to Priya Shah");
        tom.presses("Continue").presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));
        priya.pressesInMessage("Read it").passesFirstQuestions();
    }

    private static void asks(Story.Actor asker, String asked, String question) {
        asker.presses("Ask " + asked + " a question").answers("Q-1", question).presses("Send to " + asked);
    }

    private static String seenBy(Story.Actor actor) {
        return PlainText.of(actor.screen());
    }
}
