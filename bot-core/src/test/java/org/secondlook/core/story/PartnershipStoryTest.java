package org.secondlook.core.story;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.Test;

/** The longest way: nobody agrees at any step, and only a person takes the case into the partnership. */
class PartnershipStoryTest {

    @Test
    void nobodyAgreesAndThePartnershipDecides() {
        Story story = new Story("bradford", "2026-12-01T10:00");
        Story.Actor leila = story.person("leila-haddad");
        Story.Actor chris = story.person("chris-doyle");
        leila.begins("")
                .answers("P-0", "none")
                .answers("P-1", "service")
                .answers("P-2", "council")
                .enters(
                        Map.of(
                                "P-3",
                                List.of("talked"),
                                "P-3.who",
                                List.of("chris-doyle"),
                                "P-3.on",
                                List.of("2026-11-30")),
                        "Continue")
                .enters(Map.of("P-4", List.of("tried"), "P-4.on", List.of("2026-11-30")), "Continue")
                .enters(ShortConcern.child("none"), "Continue")
                .enters(
                        Map.of("P-6", List.of("Support ended."), "P-6.whose", List.of("post:social-worker")),
                        "Continue")
                .answers("P-7", "The need is the same.")
                .enters(Map.of("P-8", List.of("seen"), "P-14", List.of("Level 3 of the continuum.")), "Continue")
                .answers("P-9", "The home is cold.")
                .enters(Map.of("P-10", List.of("Support goes on."), "P-11", List.of("2026-12-08")), "Continue")
                .presses("Continue")
                .answers("Q.significant", "Nobody else sees the child each week.")
                .presses("Continue")
                .presses("Send to Chris Doyle");
        story.wait(Duration.ofMinutes(2));
        chris.pressesInMessage("Read it").passesFirstQuestions().presses("Take it to Priya Shah");
        chris.presses("Continue").presses("Send to Priya Shah");

        story.until("2026-12-23T10:30");
        Story.Actor pat = story.person("pat-morgan");
        pat.begins("cases").presses("Open NS-2026-0001");
        pat.passesFirstQuestions().presses("Move it up now");
        pat.enters(
                        Map.of(
                                "E-1m.without", List.of("Nobody there could be reached."),
                                "E-1m.why", List.of("Nobody has answered.")),
                        "Continue")
                .presses("Move it to: Step 6");
        story.wait(Duration.ofMinutes(2));
        Story.Actor beth = story.person("beth-long");
        beth.pressesInMessage("Read it").passesFirstQuestions().presses("Record what will be done");
        beth.enters(
                        Map.of(
                                "J-5.outcome", List.of("unresolved"),
                                "J-5.what", List.of("The leadership group meets both agencies."),
                                "J-5.who", List.of("Board Manager"),
                                "J-5.on", List.of("2027-01-08")),
                        "Continue")
                .presses("Record and tell both agencies");
        story.wait(Duration.ofMinutes(2));

        Approvals.verify(story.transcript());
    }
}
