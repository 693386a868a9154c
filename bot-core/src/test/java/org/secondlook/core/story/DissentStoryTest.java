package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        chair.pressesInMessage("Read it").passesFirstQuestions().presses("I've recorded it in the summary and plan");
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

        head.pressesInMessage("Read it").passesFirstQuestions().presses("Record what I have read");
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
        head.presses("See the case").presses("Read it");
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
        chair.pressesInMessage("Read it").presses("I've recorded it on the child's file");
        rowan.begins("cases").presses("Open DS-D").presses("I've recorded it on the child's file");

        Approvals.verify(story.transcript());
    }

    @Test
    void aLateDissentIsAcceptedAndMarkedAndTheHeadSaysWhetherItStands() {
        comesToItsPosition("2026-11-27");
        assertThat(screen(rowan))
                .contains("A dissent is due within 72 hours of the end of the conference. That was")
                .contains("it is marked late, and the head decides whether to accept it");
        new Filling("2026-12-03").with("D-4", "dissent").with("D-7", "not-yet").until(rowan, "Record my dissent");
        assertThat(screen(rowan)).contains("Recorded, and marked late.");
        story.wait(Duration.ofMinutes(2));

        head.pressesInMessage("Read it").passesFirstQuestions();
        assertThat(screen(head)).contains("This was raised late: its 72 hours ended 12:30pm on Monday 30 November.");
    }

    @Test
    void severalChildrenMayBeNamedEachWithItsThreshold() {
        comesToItsPosition("2026-12-02");
        rowan.answers("D-4", "dissent").answers("D-5", "plan");
        rowan.enters(child("HV-2207", "met"), "Add another");
        rowan.enters(child("HV-2208", "not-met"), "Continue");
        new Filling("2026-12-03").with("D-7", "not-yet").until(rowan, "Record my dissent");
        story.wait(Duration.ofMinutes(2));
        chair.pressesInMessage("Read it").passesFirstQuestions();

        assertThat(screen(chair))
                .contains("Child 1: HV-2207", "Child 1, threshold: Yes, it has been met")
                .contains("Child 2: HV-2208", "Child 2, threshold: No, it has not been met");
    }

    @Test
    void whoeverCanStandBehindTheDecisionDoesNotDissent() {
        comesToItsPosition("2026-12-02");
        rowan.answers("D-4", "uphold");

        assertThat(screen(rowan))
                .contains(
                        "That is not a formal dissent. Your disagreement can be noted in the minutes: ask the chair.");
    }

    @Test
    void onlyProfessionalsOfTheConferenceDissent() {
        rowan.begins("").answers("P-0", "none").answers("P-1", "conference-outcome");
        assertThat(screen(rowan))
                .contains("This is for professionals who were part of a child protection conference.")
                .contains("Parents and children use another way: ask the chair for it.");
        rowan.presses("Carry on").answers("D-2", "no");

        assertThat(screen(rowan)).contains("Only professionals at the conference can dissent.");
    }

    @Test
    void theDecisionStaysLockedWhereTheDissenterSaysThatTheyHaveNotSpoken() {
        dissents("2026-12-02", "city-council");
        readsAndRecordsATalk(head);
        rowan.pressesInMessage("Read it").presses("No, we have not");
        story.wait(Duration.ofMinutes(2));
        head.pressesInMessage("Read it");

        assertThat(screen(head)).doesNotContain("[Record my decision]").contains("[Record a talk]");
        assertThat(messages(head)).contains("the other person says that you have not spoken yet");
    }

    @Test
    void aTalkThatWaitsForTheirWordIsNotNamedAmongWhatIsStillToBeDone() {
        dissents("2026-12-02", "city-council");
        story.wait(Duration.ofMinutes(2));
        head.begins("cases").presses("Open DS").passesFirstQuestions();
        assertThat(screen(head)).contains("Orla Brennan speaks with Rowan Gale");
        head.presses("Record a talk");
        new Filling("2026-12-03").until(head, "Approve this record");
        story.wait(Duration.ofMinutes(2));
        head.begins("cases").presses("Open DS");

        assertThat(screen(head))
                .contains("Orla Brennan reads the reports")
                .doesNotContain("Orla Brennan speaks with Rowan Gale");
    }

    @Test
    void theDecisionOpensAfterTwoWorkingDaysOfSilenceAndThePartnershipHearsOfIt() {
        dissents("2026-12-02", "city-council");
        readsAndRecordsATalk(head);
        head.begins("cases").presses("Open DS");
        assertThat(screen(head)).doesNotContain("[Record my decision]");
        story.until("2026-12-07T17:30");
        head.begins("cases").presses("Open DS");

        assertThat(screen(head)).contains("[Record my decision]");
        assertThat(messages(story.person("jacqui-holder"))).contains("nobody has confirmed that a talk took place");
    }

    @Test
    void theChairsManagerHearsThatTheChairHasNotRecordedIt() {
        dissents("2026-12-02", "city-council");
        story.until("2026-12-04T13:00");
        Story.Actor manager = story.person("winston-clarke");
        assertThat(messages(manager)).contains("A date on DS-D-2026-0001 has passed without an answer.");
        manager.begins("cases").presses("Open DS");

        assertThat(screen(manager)).contains("Now: 7.2.16").doesNotContain("The baby has lost weight");
    }

    /** Brighton & Hove alone leads back to the differences procedure from its start, with a working week for the first talk. */
    @Test
    void inBrightonAndHoveADissentThatIsNotUpheldLeadsToTheStartOfTheLadder() {
        notUpheld("city-council", head);

        assertThat(page())
                .contains("Now: 7.2.4, between practitioners")
                .contains("This stage ends by 5pm on Tuesday 22 December");
    }

    @Test
    void elsewhereItLeadsToTheProfessionalLeads() {
        notUpheld("county-council", story.person("jerome-baptiste"));

        assertThat(page()).contains("Now: 7.2.19, professional leads");
    }

    @Test
    void whyADissentIsNotUpheldMustBeSaid() {
        dissents("2026-12-02", "city-council");
        decides(head);
        head.enters(Map.of("D-16b.outcome", List.of("not-upheld")), "Continue");

        assertThat(screen(head)).contains("Enter the reasons");
    }

    private void notUpheld(String council, Story.Actor decider) {
        dissents("2026-12-02", council);
        story.until("2026-12-15T10:00");
        decides(decider);
        new Filling("2026-12-15").with("D-16b.outcome", "not-upheld").until(decider, "Record and tell");
        story.wait(Duration.ofMinutes(2));
        rowan.begins("cases").presses("Open DS").presses("Choose how it goes on");
        new Filling("2026-12-15").with("D-15.outcome", "go-on").until(rowan, "Record my choice");
        story.wait(Duration.ofMinutes(2));
    }

    private void decides(Story.Actor decider) {
        readsAndRecordsATalk(decider);
        rowan.pressesInMessage("Read it").presses("Yes, we spoke");
        story.wait(Duration.ofMinutes(2));
        decider.pressesInMessage("Read it").presses("Record my decision");
    }

    private void readsAndRecordsATalk(Story.Actor decider) {
        story.wait(Duration.ofMinutes(2));
        decider.begins("cases").presses("Open DS").passesFirstQuestions().presses("Record what I have read");
        decider.enters(Map.of("D-12.items", List.of("reports", "summary", "plan")), "Record that I have read it");
        decider.begins("cases").presses("Open DS").presses("Record a talk");
        new Filling("2026-12-03").until(decider, "Approve this record");
        story.wait(Duration.ofMinutes(2));
    }

    private static Map<String, List<String>> child(String reference, String threshold) {
        return Map.of(
                "D-5a.reference", List.of(reference),
                "D-5a.agency", List.of("trust"),
                "D-5a.threshold", List.of(threshold));
    }

    private String page() {
        rowan.begins("cases").presses("Open DS");
        if (!rowan.screen().id().equals("H-1")) {
            rowan.presses("See the case");
        }
        return screen(rowan);
    }

    private static String screen(Story.Actor actor) {
        return PlainText.of(actor.screen());
    }

    private static String messages(Story.Actor actor) {
        return actor.messages().stream().map(PlainText::of).collect(Collectors.joining("\n"));
    }

    /** A conference of that day from ten to half past twelve. */
    private void comesToItsPosition(String day) {
        rowan.begins("");
        Filling conference = new Filling(day)
                .with("P-0", "none")
                .with("P-1", "conference-outcome")
                .with("D-2", "present")
                .with("D-3.council", "city-council")
                .with("D-3.ended", "12:30");
        for (int screens = 0; !rowan.screen().id().equals("D-4"); screens++) {
            conference.on(rowan);
            assertThat(screens).isLessThan(8);
        }
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
