package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.Test;

/** The two stories of the main job, told in words and approved. */
class BradfordStoryTest {

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor asha = story.person("asha-patel");
    private final Story.Actor tom = story.person("tom-reed");
    private final Story.Actor priya = story.person("priya-shah");

    @Test
    void aDifferenceIsRaisedAnsweredAgreedAndConfirmedByBoth() {
        ashaRaises();
        story.wait(Duration.ofMinutes(2));
        tomTakesItForward();
        story.wait(Duration.ofMinutes(2));

        priya.pressesInMessage("Read it").passesFirstQuestions().presses("Agree 5pm on Friday");
        story.until("2026-12-03T10:00");
        priya.pressesInMessage("Open it");
        priya.presses("Agree to a change")
                .enters(
                        Map.of(
                                "V-4.what",
                                List.of("We will see the family this week and decide again."),
                                "V-4.by",
                                List.of("2026-12-04"),
                                "G-3",
                                List.of("The health visitor calls each week."),
                                "G-3.working",
                                List.of("yes")),
                        "Continue")
                .presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));

        tom.pressesInMessage("Read it").presses("We've agreed");
        tom.enters(
                        Map.of(
                                "Z-1.what", List.of("The family is seen this week, and the referral decided again."),
                                "Z-1.outcome", List.of("changed")),
                        "Continue")
                .enters(
                        Map.of(
                                "Z-1a.action", List.of("Visit the family at home"),
                                "Z-1a.who", List.of("Dan Moore"),
                                "Z-1a.agency", List.of("council"),
                                "Z-1a.on", List.of("2026-12-04")),
                        "Continue")
                .enters(
                        Map.of("Z-1b.worked", List.of("A visit has taken place and the plan says what changes.")),
                        "Continue")
                .presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));

        priya.pressesInMessage("Read it").presses("Yes, this is what we agreed");
        story.wait(Duration.ofMinutes(2));
        closes(asha);
        closes(tom);
        closes(priya);
        closes(story.person("dan-moore"));
        tom.pressesInMessage("Read it").presses("I've recorded it");
        priya.pressesInMessage("Read it").presses("I've recorded it");
        asha.begins("cases");

        Approvals.verify(story.transcript());
    }

    @Test
    void nobodyAnswersAndTheCaseMovesUpByItself() {
        ashaRaises();
        story.wait(Duration.ofMinutes(2));
        tomTakesItForward();

        story.until("2026-12-04T17:00");

        Approvals.verify(story.transcript());
    }

    @Test
    void anotherAgencyLearnsNothingUntilAManagerTakesItAcross() {
        ashaRaises();
        story.until("2026-12-04T17:30");

        assertThat(priya.messages()).isEmpty();
        assertThat(story.person("marcus-lee").messages()).isEmpty();
        assertThat(story.person("olu-adeyemi").messages()).isNotEmpty();
    }

    private void closes(Story.Actor person) {
        person.pressesInMessage("Answer two questions");
        if (person.screen().id().equals("M-2q")) {
            person.passesFirstQuestions().presses("Answer two questions");
        }
        person.enters(Map.of("Z-9.risk", List.of("no"), "Z-9.satisfied", List.of("yes")), "Record my answer");
    }

    private void ashaRaises() {
        asha.begins("");
        asha.answers("P-0", "none")
                .answers("P-1", "referral-criteria")
                .answers("P-2", "council")
                .enters(
                        Map.of(
                                "P-3", List.of("talked"),
                                "P-3.who", List.of("helen-ward"),
                                "P-3.on", List.of("2026-11-30")),
                        "Continue")
                .enters(Map.of("P-4", List.of("talked"), "P-4.on", List.of("2026-11-30")), "Continue")
                .enters(
                        Map.of(
                                "P-5",
                                List.of("reference"),
                                "G-3",
                                List.of("The health visitor calls each week."),
                                "G-3.working",
                                List.of("yes"),
                                "P-5.reference",
                                List.of("HV-20931"),
                                "P-5.agency",
                                List.of("nhs-trust")),
                        "Continue")
                .enters(
                        Map.of(
                                "P-6", List.of("The referral of 24 November was closed without an assessment."),
                                "P-6.whose", List.of("post:social-worker")),
                        "Continue")
                .answers("P-7", "Weight has fallen through two centiles and three visits were missed.")
                .enters(
                        Map.of(
                                "P-8",
                                List.of("seen", "record"),
                                "P-8.more",
                                List.of("Growth chart of 27 November."),
                                "P-14",
                                List.of("Level 3 of the continuum.")),
                        "Continue")
                .answers("P-9", "The baby is losing weight each week.")
                .enters(
                        Map.of(
                                "P-10", List.of("An assessment that begins this week."),
                                "P-11", List.of("2026-12-04")),
                        "Continue")
                .presses("Continue")
                .answers("Q.significant", "Nobody else sees the child each week.")
                .answers("P-12", "child")
                .presses("Send to Tom Reed");
    }

    private void tomTakesItForward() {
        tom.pressesInMessage("Read it").passesFirstQuestions().presses("Take it to Priya Shah");
        tom.enters(Map.of("M-4.comment", List.of("I share this worry.")), "Continue")
                .presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));
    }
}
