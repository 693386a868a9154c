package org.secondlook.core.story;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.Test;

/** Pan Sussex 7.2.13 to 7.2.16: a professional cannot stand behind what a child protection conference decided. */
class DissentStoryTest {

    private final Story story = new Story("pan-sussex", "2026-12-03T16:40");
    private final Story.Actor rowan = story.person("rowan-gale");
    private final Story.Actor chair = story.person("gemma-ashdown");
    private final Story.Actor head = story.person("orla-brennan");

    @Test
    void aDissentIsUpheldAndTheConferenceMeetsAgain() {
        dissents("2026-12-02", "city-council");
        story.wait(Duration.ofMinutes(2));
        chair.pressesInMessage("Read it").presses("No").presses("I've recorded it in the summary and plan");
        chair.presses("Read it").presses("I've told my manager");
        rowan.begins("cases").presses("Open DS-D").presses("Record who you talked it over with");
        rowan.enters(
                        Map.of(
                                "G-2",
                                List.of("talked"),
                                "G-2.who",
                                List.of("siobhan-marr"),
                                "G-2.on",
                                List.of("2026-12-03")),
                        "Continue")
                .presses("Record it");

        head.pressesInMessage("Read it").presses("No").presses("Record what I have read");
        head.enters(Map.of("D-12.items", List.of("reports", "summary")), "Record that I have read it");
        head.enters(Map.of("D-12.items", List.of("reports", "summary", "plan")), "Record that I have read it");
        head.presses("See the case").presses("Read it").presses("Record a talk");
        head.enters(
                        Map.of(
                                "G-4.how", List.of("video"),
                                "G-4.on", List.of("2026-12-03"),
                                "G-4.people", List.of("Orla Brennan and Rowan Gale"),
                                "G-4.said", List.of("The growth record was not before the conference.")),
                        "Continue")
                .presses("Approve this record");
        story.wait(Duration.ofMinutes(2));
        rowan.pressesInMessage("Read it").presses("Yes, we spoke");
        story.wait(Duration.ofMinutes(2));
        head.pressesInMessage("Read it").presses("Record my decision");
        head.enters(Map.of("D-16b.outcome", List.of("upheld")), "Continue").presses("Record and tell");
        story.wait(Duration.ofMinutes(2));
        head.begins("cases").presses("Open DS-D").presses("Book the day");
        head.enters(Map.of("D-14.on", List.of("2026-12-18")), "Continue").presses("Record the day");
        story.until("2026-12-18T15:00");
        head.begins("cases").presses("Open DS-D").presses("It was held");
        head.enters(
                        Map.of(
                                "D-14h.on", List.of("2026-12-18"),
                                "D-14h.what", List.of("A plan is made.")),
                        "Continue")
                .presses("Record that it was held");
        story.wait(Duration.ofMinutes(2));
        for (Story.Actor asked : List.of(rowan, chair)) {
            asked.pressesInMessage("Answer two questions")
                    .enters(Map.of("Z-9.risk", List.of("no"), "Z-9.satisfied", List.of("yes")), "Record my answer");
        }
        rowan.begins("cases");

        Approvals.verify(story.transcript());
    }

    private void dissents(String day, String council) {
        rowan.begins("")
                .answers("P-0", "none")
                .answers("P-1", "conference-outcome")
                .presses("Carry on")
                .answers("D-2", "present")
                .enters(
                        Map.of(
                                "D-3.council", List.of(council),
                                "D-3.on", List.of(day),
                                "D-3.began", List.of("10:00"),
                                "D-3.ended", List.of("12:30")),
                        "Continue")
                .answers("D-4", "dissent")
                .answers("D-5", "no-plan")
                .enters(
                        Map.of(
                                "D-5a.reference", List.of("HV-2207"),
                                "D-5a.agency", List.of("trust"),
                                "D-5a.threshold", List.of("met")),
                        "Continue")
                .enters(
                        Map.of(
                                "D-6.why", List.of("The baby has lost weight for six weeks."),
                                "D-6.supports", List.of("The growth record, page 2."),
                                "D-6.instead", List.of("A child protection plan."),
                                "D-6.said", List.of("no")),
                        "Continue")
                .answers("D-7", "not-yet")
                .presses("Record my dissent");
    }
}
