package org.secondlook.core.story;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.Test;

/** The other direction: the council raises on Teams, the trust answers on Slack, and they differ for a while. */
class ReverseStoryTest {

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor dan = story.person("dan-moore");
    private final Story.Actor priya = story.person("priya-shah");
    private final Story.Actor tom = story.person("tom-reed");

    @Test
    void theyAgreeALaterDateDifferOverTheWordsAndAWorryIsHeardBeforeItCloses() {
        danRaises();
        priya.pressesInMessage("Read it").passesFirstQuestions().presses("Take it to Tom Reed");
        priya.enters(Map.of("M-4.note", List.of("Keep an eye on the date.")), "Continue")
                .presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));

        tom.pressesInMessage("I've seen this").pressesInMessage("Read it").passesFirstQuestions();
        tom.presses("Suggest another date")
                .enters(
                        Map.of("T-2.date", List.of("2026-12-07"), "T-2.why", List.of("The nurse is back on Monday.")),
                        "Continue")
                .presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));
        priya.pressesInMessage("Read it").presses("Agree 5pm on Monday");

        tom.begins("cases").presses("Open NS-2026-0001").presses("Explain why the decision stands");
        tom.enters(
                        Map.of(
                                "V-6.based",
                                List.of("Three visits in November."),
                                "V-6.mind",
                                List.of("A missed appointment."),
                                "G-3",
                                List.of("Weekly weighing goes on."),
                                "G-3.working",
                                List.of("yes")),
                        "Continue")
                .presses("Send to Priya Shah")
                .presses("Undo")
                .presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));

        priya.pressesInMessage("Read it").presses("We've agreed");
        fillsIn(priya, "The visits go on each week.", "unchanged-accepted");
        priya.presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
        tom.pressesInMessage("Read it").presses("Nearly - change the words");
        tom.enters(Map.of("Z-1.what", List.of("The visits go on twice a week.")), "Continue")
                .presses("Continue")
                .presses("Continue")
                .presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));
        priya.pressesInMessage("Read it").presses("No, we have not agreed");
        priya.answers("Z-3d", "Twice a week for how long?").presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
        tom.pressesInMessage("Read it").presses("We've agreed");
        fillsIn(tom, "The visits go on twice a week until Christmas.", "partly");
        tom.presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));
        priya.pressesInMessage("Read it").presses("Yes, this is what we agreed");
        story.wait(Duration.ofMinutes(2));

        closes(priya, "no");
        closes(tom, "no");
        closes(dan, "not-sure");
        Story.Actor helen = story.person("helen-ward");
        Story.Actor joan = story.person("joan-price");
        helen.pressesInMessage("Read it").passesFirstQuestions().presses("The child is safe");
        joan.pressesInMessage("Read it").passesFirstQuestions().presses("The child is safe");
        story.until("2026-12-02T10:00");
        priya.begins("cases");

        Approvals.verify(story.transcript());
    }

    private void danRaises() {
        dan.begins("");
        dan.answers("P-0", "none")
                .answers("P-1", "service")
                .answers("P-2", "nhs-trust")
                .answers("P-3", "not-yet")
                .presses("Carry on")
                .answers("P-4", "alone")
                .answers("P-4h", "instead")
                .enters(ShortConcern.child("none"), "Continue")
                .enters(
                        Map.of("P-6", List.of("Visits stop at Christmas."), "P-6.whose", List.of("unknown")),
                        "Continue")
                .answers("P-7", "The family needs them.")
                .enters(Map.of("P-8", List.of("pattern"), "P-14", List.of("Level 3 of the continuum.")), "Continue")
                .answers("P-9", "Weight is falling.")
                .enters(Map.of("P-10", List.of("Visits go on."), "P-11", List.of("2026-12-04")), "Continue")
                .presses("Continue")
                .answers("Q.significant", "Nobody else sees the child each week.")
                .presses("Continue")
                .presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));
    }

    private static void fillsIn(Story.Actor person, String words, String outcome) {
        person.enters(Map.of("Z-1.what", List.of(words), "Z-1.outcome", List.of(outcome)), "Continue")
                .enters(
                        Map.of(
                                "Z-1a.action", List.of("Visit"),
                                "Z-1a.who", List.of("Asha Patel"),
                                "Z-1a.agency", List.of("nhs-trust"),
                                "Z-1a.on", List.of("2026-12-21")),
                        "Continue")
                .enters(Map.of("Z-1b.worked", List.of("Weight rises.")), "Continue");
    }

    private static void closes(Story.Actor person, String risk) {
        person.pressesInMessage("Answer two questions")
                .enters(Map.of("Z-9.risk", List.of(risk), "Z-9.satisfied", List.of("partly")), "Record my answer");
    }
}
