package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One issue a case: a second one about the same child is a case of its own, linked for whoever is in both (C-10, P18). */
class LinkedStoryTest {

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor asha = story.person("asha-patel");
    private final Story.Actor tom = story.person("tom-reed");

    @BeforeEach
    void oneIsOpen() {
        begins(asha, "HV-2041", "council").until(asha, "Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
    }

    @Test
    void theRaiserIsAskedWhetherItIsTheSame() {
        begins(asha, "HV-2041", "council").until(asha, "Send to Tom Reed");
        assertThat(asha.screen().id()).isEqualTo("C-10");

        asha.presses("It is the same one");
        assertThat(asha.screen().id()).isEqualTo("H-1");
        assertThat(PlainText.of(asha.screen())).contains("NS-2026-0001");
        asha.begins("cases");
        assertThat(PlainText.of(asha.screen())).contains("Draft from").doesNotContain("NS-2026-0002");
        asha.presses("Carry on with the draft");
        assertThat(asha.screen().id()).isEqualTo("P-13");
    }

    @Test
    void linkedOnesKnowEachOtherForWhoeverIsInBoth() {
        begins(asha, "HV-2041", "council").until(asha, "Send to Tom Reed").presses("Start a linked one");
        assertThat(asha.screen().id()).isEqualTo("R-1");
        story.wait(Duration.ofMinutes(2));

        assertThat(page(tom, "NS-2026-0001")).contains("About the same child", "NS-2026-0002");
        tom.presses("Open NS-2026-0002");
        assertThat(PlainText.of(tom.screen())).contains("NS-2026-0002", "About the same child");

        tom.pressesInMessage("Read it").passesFirstQuestions().presses("Take it to Priya Shah");
        tom.presses("Continue").presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));
        Story.Actor priya = story.person("priya-shah");
        assertThat(page(priya, "NS-2026-0002")).doesNotContain("About the same child", "NS-2026-0001");
    }

    @Test
    void whoeverHasNoPartInTheOtherLearnsNothingOfIt() {
        Story.Actor ben = story.person("ben-carter");
        begins(ben, "HV-2041", "council").until(ben, "Send to Maya Evans");

        assertThat(ben.screen().id()).isEqualTo("R-1");
        assertThat(page(ben, "NS-2026-0002")).doesNotContain("About the same child");
    }

    @Test
    void anotherChildOrAnotherAgencyIsAnotherMatter() {
        begins(asha, "HV-7", "council").until(asha, "Send to Tom Reed");
        assertThat(asha.screen().id()).isEqualTo("R-1");
        story.wait(Duration.ofMinutes(2));
        begins(asha, "HV-2041", "hillside-school").until(asha, "Send to Tom Reed");
        assertThat(asha.screen().id()).isEqualTo("R-1");
    }

    private static Filling begins(Story.Actor raiser, String reference, String agency) {
        raiser.begins("");
        return Ladder.concern(agency, "unknown")
                .with("P-1", "service")
                .with("P-5", "reference")
                .with("P-5.reference", reference)
                .with("P-5.agency", "nhs-trust");
    }

    private static String page(Story.Actor actor, String reference) {
        actor.begins("cases").presses("Open " + reference);
        actor.passesFirstQuestions();
        if (!actor.screen().id().equals("H-1")) {
            actor.presses("See the case");
        }
        return PlainText.of(actor.screen());
    }
}
