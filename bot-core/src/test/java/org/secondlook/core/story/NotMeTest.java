package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.message.View;

/** Whoever was asked can say who is the right person; the date does not change (V-10). */
class NotMeTest {

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor asha = story.person("asha-patel");
    private final Story.Actor tom = story.person("tom-reed");
    private final Story.Actor priya = story.person("priya-shah");
    private final Story.Actor joan = story.person("joan-price");

    @BeforeEach
    void ashaRaises() {
        ShortConcern.begunBy(asha).presses("Continue").presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
    }

    @Test
    void passesWhatIsToBeAnsweredToTheRightPerson() {
        takenForward();
        priya.pressesInMessage("Not me").enters(who("post:principal-social-worker"), "Pass it on");
        story.wait(Duration.ofMinutes(2));

        assertThat(latest(joan)).contains("would like to resolve", "by 5pm on Friday 4 December");
        assertThat(latest(tom)).contains("is with Joan Price now", "The date has not changed");
        joan.pressesInMessage("Read it").passesFirstQuestions();
        assertThat(PlainText.of(joan.screen())).contains("[Agree to a change]", "[Agree 5pm on Friday 4 December]");
        assertThat(PlainText.of(priya.begins("cases").screen())).contains("Nothing needs you.");
    }

    @Test
    void asksTheLeadWhereNobodyKnows() {
        takenForward();
        priya.pressesInMessage("Not me").enters(who("unknown"), "Pass it on");
        story.wait(Duration.ofMinutes(2));

        assertThat(latest(joan)).contains("would like to resolve");
    }

    @Test
    void tellsTheRaiserWhoReviewsTheirConcern() {
        tom.pressesInMessage("Not me").enters(who("unknown"), "Pass it on");
        story.wait(Duration.ofMinutes(2));

        assertThat(latest(story.person("helen-ward"))).contains("A colleague has asked you");
        assertThat(latest(asha)).contains("is with Helen Ward now");
    }

    @Test
    void anEntryThatNobodyHasCheckedForLongIsRungFirst() {
        Story later = new Story("bradford", "2027-03-02T10:00");
        ShortConcern.begunBy(later.person("asha-patel"), "2027-03-05")
                .presses("Continue")
                .presses("Send to Tom Reed");
        later.wait(Duration.ofMinutes(2));
        Story.Actor manager = later.person("tom-reed");
        manager.pressesInMessage("Read it").passesFirstQuestions().presses("Take it to Priya Shah");

        assertThat(PlainText.of(manager.screen())).contains("was last checked 108 days ago");
        assertThat(manager.presses("It's right").screen().id()).isEqualTo("M-4");
    }

    @Test
    void tellsAColleagueWhoPressesInTheChannelWhomItIsFor() {
        takenForward();
        Story.Actor dan = story.person("dan-moore");
        View inTheChannel = priya.messages().get(0);

        assertThat(PlainText.of(dan.goesBackTo(inTheChannel).presses("Read it").screen()))
                .contains("This is for Priya Shah", "ask Priya Shah or Joan Price");
        assertThat(PlainText.of(asha.goesBackTo(inTheChannel).presses("Read it").screen()))
                .doesNotContain("This is for Priya Shah");
    }

    @Test
    void canBeTakenBack() {
        tom.pressesInMessage("Not me").enters(who("unknown"), "Pass it on").presses("Undo");
        story.wait(Duration.ofMinutes(2));

        assertThat(latest(story.person("helen-ward"))).doesNotContain("A colleague has asked you");
        tom.begins("cases").presses("Open ").passesFirstQuestions();
        assertThat(PlainText.of(tom.screen())).contains("[Take it to Priya Shah]");
    }

    private void takenForward() {
        tom.pressesInMessage("Read it").passesFirstQuestions().presses("Take it to Priya Shah");
        tom.presses("Continue").presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));
    }

    private static Map<String, List<String>> who(String choice) {
        return Map.of("V-10.who", List.of(choice));
    }

    private static String latest(Story.Actor actor) {
        return PlainText.of(actor.messages().get(actor.messages().size() - 1));
    }
}
