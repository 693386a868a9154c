package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.Test;

/** What cannot wait: whom to ring comes first, the form is short, and nothing waits for an undo window. */
class UrgentStoryTest {

    @Test
    void somebodyWhoIsNotSureIsTreatedAsUrgent() {
        Story story = new Story("bradford", "2026-12-01T15:30");
        Story.Actor ben = story.person("ben-carter");
        Story.Actor maya = story.person("maya-evans");

        ben.begins("").answers("P-0", "not-sure").presses("Tell Maya Evans and carry on");
        maya.pressesInMessage("I'm ringing now");
        ben.enters(
                        Map.of(
                                "I-1b", List.of("spoken"),
                                "I-1b.who", List.of("Maya Evans"),
                                "I-1b.at", List.of("15:40")),
                        "Continue")
                .answers("P-1", "referral-criteria")
                .answers("P-2", "council")
                .enters(ShortConcern.child("none"), "Continue")
                .enters(
                        Map.of(
                                "P-6",
                                List.of("The referral was closed."),
                                "P-6.whose",
                                List.of("team:assessment-team")),
                        "Continue")
                .answers("P-7", "There are new marks.")
                .answers("P-10", "A strategy discussion today.")
                .presses("Send to Maya Evans");
        maya.pressesInMessage("Read it").passesFirstQuestions().presses("Take it to Priya Shah");
        maya.presses("Continue").presses("Send to Priya Shah");
        story.until("2026-12-02T10:30");

        Approvals.verify(story.transcript());
    }

    @Test
    void anAlertThatNobodyAnswersIsPassedOnEveryTenMinutes() {
        Story story = new Story("bradford", "2026-12-01T10:00");
        Story.Actor asha = story.person("asha-patel");
        asha.begins("").answers("P-0", "now").presses("Tell Helen Ward and carry on");

        story.until("2026-12-01T10:09");
        assertThat(asha.messages()).isEmpty();
        story.until("2026-12-01T10:21");
        assertThat(asha.messages())
                .hasSize(2)
                .allSatisfy(told -> assertThat(PlainText.of(told)).contains("has not answered yet", "Keep ringing"));
        assertThat(story.transcript().split("needs to speak to you now", -1)).hasSize(4);
    }

    @Test
    void nobodyElseIsAskedOnceSomebodyRings() {
        Story story = new Story("bradford", "2026-12-01T10:00");
        Story.Actor asha = story.person("asha-patel");
        asha.begins("").answers("P-0", "now").presses("Tell Helen Ward and carry on");
        story.person("helen-ward").pressesInMessage("I'm ringing now");

        story.until("2026-12-01T11:00");
        assertThat(story.transcript().split("needs to speak to you now", -1)).hasSize(2);
    }

    @Test
    void nobodyElseIsAskedOnceTheyHaveSpoken() {
        Story story = new Story("bradford", "2026-12-01T10:00");
        Story.Actor asha = story.person("asha-patel");
        asha.begins("").answers("P-0", "now").presses("Tell Helen Ward and carry on");
        asha.enters(
                Map.of("I-1b", List.of("spoken"), "I-1b.who", List.of("Helen Ward"), "I-1b.at", List.of("10:05")),
                "Continue");

        story.until("2026-12-01T11:00");
        assertThat(story.transcript().split("needs to speak to you now", -1)).hasSize(2);
    }

    @Test
    void outOfHoursTheTeamThatIsOnDutyComesFirst() {
        Story.Actor ben = new Story("bradford", "2026-12-05T22:00").person("ben-carter");

        assertThat(PlainText.of(ben.begins("").answers("P-0", "now").screen()))
                .contains("may not be on duty now. Ring the out-of-hours team first");
    }

    @Test
    void somebodyWhoHasToldNobodyYetIsHeldToItTheSameDay() {
        Story story = new Story("bradford", "2026-12-01T11:00");
        Story.Actor ben = story.person("ben-carter");

        ben.begins("").answers("P-0", "now").presses("I've already rung");
        ben.answers("I-1b", "not-yet")
                .answers("P-1", "referral-criteria")
                .answers("P-2", "council")
                .enters(ShortConcern.child("none"), "Continue")
                .enters(Map.of("P-6", List.of("The referral was closed."), "P-6.whose", List.of("unknown")), "Continue")
                .answers("P-7", "There are new marks.")
                .answers("P-10", "A strategy discussion today.")
                .presses("Send to Maya Evans");
        story.until("2026-12-01T17:30");

        Approvals.verify(story.transcript());
    }

    @Test
    void anAnswerThatIsNotOnOfferIsAskedForAgainAndNeverTakenForNotUrgent() {
        Story.Actor ben = new Story("bradford", "2026-12-01T11:00").person("ben-carter");

        ben.begins("").answers("P-0", "anything");

        assertThat(ben.screen().id()).isEqualTo("P-0");
        assertThat(PlainText.of(ben.screen())).contains("Choose");
    }
}
