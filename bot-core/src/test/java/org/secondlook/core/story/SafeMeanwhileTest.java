package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At each stage whoever acts says whether the child is safe, and nobody steps away meanwhile (G-1, G-3; N14, P42, P43). */
class SafeMeanwhileTest {

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
    void whoeverActsIsAskedFirstAndReadsThen() {
        tom.pressesInMessage("Read it").presses("No");
        assertThat(tom.screen().id()).isEqualTo("G-1");
        assertThat(tom.presses("No").screen().id()).isEqualTo("M-2");

        tom.presses("See the case").presses("Read it");
        assertThat(tom.screen().id()).isEqualTo("M-2");
    }

    @Test
    void aRiskIsToldToTheOwnLeadAtOnceAndToNobodyElse() {
        tom.pressesInMessage("Read it").presses("No").presses("I'm not sure");

        assertThat(PlainText.of(tom.screen())).contains("I've told Helen Ward that you need them now.", "ring 999");
        story.wait(Duration.ofMinutes(1));
        assertThat(latest(story.person("helen-ward"))).contains("Tom Reed needs to speak to you now");
        assertThat(tom.presses("Go on with").screen().id()).isEqualTo("M-2");
        takesAcross();
        assertThat(PlainText.of(asha.begins("cases").presses("Open ").screen()))
                .contains("Tom Reed was not sure whether a child is in danger");
        priya.pressesInMessage("Read it").passesFirstQuestions();
        assertThat(PlainText.of(priya.presses("See the case").screen())).doesNotContain("was not sure");
    }

    @Test
    void nobodyElseIsAskedOnceTheyHaveSpoken() {
        tom.pressesInMessage("Read it").presses("No").presses("Yes").presses("I've spoken to someone");
        assertThat(tom.screen().id()).isEqualTo("M-2");

        story.until("2026-12-01T11:00");
        assertThat(story.transcript().split("Tom Reed needs to speak to you now", -1))
                .hasSize(2);
    }

    @Test
    void itIsAskedAgainAtTheNextStage() {
        tom.pressesInMessage("Read it").presses("No").presses("No");
        takesAcross();
        tom.begins("cases").presses("Open ").presses("Move it up now");
        new Filling("2026-12-01").until(tom, "Move it to: Step 4");
        story.wait(Duration.ofMinutes(2));

        Story.Actor olu =
                story.person("olu-adeyemi").pressesInMessage("Read it").presses("No");
        assertThat(olu.screen().id()).isEqualTo("G-1");
    }

    @Test
    void whoeverCannotWaitTellsTheirLeadFromTheCasePage() {
        asha.begins("cases").presses("Open ").presses("The child can't wait").presses("Tell Helen Ward");
        story.wait(Duration.ofMinutes(1));

        assertThat(PlainText.of(asha.screen())).contains("Do not wait for that", "[I've spoken to someone]");
        assertThat(latest(story.person("helen-ward"))).contains("Asha Patel needs to speak to you now");
    }

    @Test
    void anAgencyThatStepsAwayIsHeardOfByBothLeadsTheSameDay() {
        tom.pressesInMessage("Read it").passesFirstQuestions();
        takesAcross();
        priya.pressesInMessage("Read it").passesFirstQuestions().presses("Agree to a change");
        priya.enters(
                Map.of(
                        "V-4.what", List.of("We visit once more."),
                        "V-4.by", List.of("2026-12-04"),
                        "G-3", List.of("The school sees the child each day."),
                        "G-3.working", List.of("stops"),
                        "G-3.stops-on", List.of("2026-12-11")),
                "Continue");
        priya.presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));

        assertThat(List.of(tom, joan, story.person("helen-ward")))
                .allSatisfy(told -> assertThat(messages(told)).contains("Nobody should step away"));
        tom.pressesInMessage("Read it");
        assertThat(PlainText.of(tom.screen()))
                .contains("It plans to stop", "11 December", "The school sees the child each day.");
    }

    @Test
    void whatTheManagerKeepsInsideIsToldToNobodyOutside() {
        Story.Actor leila = story.person("asha-patel");
        leila.begins("");
        new Filling("2026-11-30")
                .with("P-0", "none")
                .with("P-1", "service")
                .with("P-2", "council")
                .with("P-5", "none")
                .with("G-3.working", "no")
                .until(leila, "Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
        assertThat(messages(story.person("helen-ward"))).contains("Nobody should step away");

        tom.pressesInMessage("Read it").passesFirstQuestions().presses("Take it to Priya Shah");
        tom.enters(Map.of("M-4.share", List.of("P-6", "P-7")), "Continue").presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));
        assertThat(messages(joan)).doesNotContain("Nobody should step away");
    }

    private void takesAcross() {
        tom.presses("Take it to Priya Shah").presses("Continue").presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));
    }

    private static String latest(Story.Actor actor) {
        return PlainText.of(actor.messages().get(actor.messages().size() - 1));
    }

    private static String messages(Story.Actor actor) {
        return String.join("", actor.messages().stream().map(PlainText::of).toList());
    }
}
