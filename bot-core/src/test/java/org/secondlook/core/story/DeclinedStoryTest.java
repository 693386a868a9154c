package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondlook.core.story.Ladder.concern;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A manager's review is recorded and is never a silent veto (M-3, M-7; N28). */
class DeclinedStoryTest {

    private static final String TOMS_REASON = "They visit twice a week already.";

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor asha = story.person("asha-patel");
    private final Story.Actor tom = story.person("tom-reed");
    private final Story.Actor helen = story.person("helen-ward");
    private final Story.Actor priya = story.person("priya-shah");

    @BeforeEach
    void tomDeclines() {
        ShortConcern.begunBy(asha).presses("Continue").presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
        tom.pressesInMessage("Read it").passesFirstQuestions().presses("I don't think we should take this forward");
        tom.answers("M-3", TOMS_REASON).presses("Send to Asha Patel");
        story.wait(Duration.ofMinutes(2));
    }

    @Test
    void theRaiserTakesItForwardInTheirOwnNameAfterManagerAndLeadHaveDeclined() {
        asha.pressesInMessage("Read it").presses("Ask Helen Ward");
        story.wait(Duration.ofMinutes(2));
        helen.pressesInMessage("Read it").passesFirstQuestions().presses("I agree: say why");
        helen.answers("M-3", "The plan is a week old.").presses("Send to Asha Patel");
        story.wait(Duration.ofMinutes(2));
        asha.pressesInMessage("Read it").presses("Take it to Priya Shah");
        asha.presses("Continue").presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));

        assertThat(PlainText.of(
                        priya.pressesInMessage("Read it").passesFirstQuestions().screen()))
                .doesNotContain(TOMS_REASON)
                .doesNotContain("a week old");
        assertThat(PlainText.of(priya.presses("See the case").screen())).doesNotContain("did not take it forward");
        assertThat(PlainText.of(asha.begins("cases")
                        .presses("Open ")
                        .presses("See the case")
                        .screen()))
                .contains("Tom Reed did not take it forward", "Helen Ward did not take it forward");
        Approvals.verify(story.transcript());
    }

    @Test
    void whoeverTakesItForwardGoesOnWithIt() {
        asha.pressesInMessage("Read it").presses("Ask Helen Ward");
        story.wait(Duration.ofMinutes(2));
        helen.pressesInMessage("Read it").passesFirstQuestions().presses("Take it to Priya Shah");
        helen.presses("Continue").presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));
        priya.pressesInMessage("Read it").passesFirstQuestions().presses("Agree to a change");
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
                .presses("Send to Helen Ward");
        story.wait(Duration.ofMinutes(2));

        assertThat(PlainText.of(helen.pressesInMessage("Read it").screen())).contains("We've agreed");
    }

    @Test
    void silenceOfTheRaiserPassesItToTheLead() {
        story.until("2026-12-02T17:00");

        assertThat(PlainText.of(helen.messages().get(helen.messages().size() - 1)))
                .contains("asks you to look at NS-2026-0001");
    }

    @Test
    void aRaiserWhoIsContentIsAskedAboutTheChildBeforeItCloses() {
        asha.pressesInMessage("Read it").presses("I'm content with this");
        story.wait(Duration.ofMinutes(2));
        closes(asha);
        closes(tom);

        assertThat(priya.messages()).isEmpty();
        assertThat(PlainText.of(asha.begins("cases").screen())).contains("Tom Reed puts it on the child's file");
    }

    @Test
    void northumberlandsLineManagerCannotStopItEither() {
        Story moorland = new Story("northumberland", "2026-12-01T10:00");
        Story.Actor ewan = moorland.person("ewan-charlton");
        Story.Actor mina = moorland.person("mina-farouk");
        ewan.begins("");
        concern("council", "post:social-worker").until(ewan, "Send to Mina Farouk");
        moorland.wait(Duration.ofMinutes(2));
        mina.pressesInMessage("Read it").passesFirstQuestions().presses("I don't think we should take this forward");
        mina.answers("M-3", TOMS_REASON).presses("Send to Ewan Charlton");
        moorland.wait(Duration.ofMinutes(2));

        assertThat(PlainText.of(ewan.pressesInMessage("Read it").screen())).contains(TOMS_REASON, "[Ask ");
    }

    private static void closes(Story.Actor person) {
        person.pressesInMessage("Answer two questions")
                .enters(Map.of("Z-9.risk", List.of("no"), "Z-9.satisfied", List.of("yes")), "Record my answer");
    }
}
