package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.message.View;

/** Somebody else does what whoever was asked does not: because they offer it, or because the lead says so (V-9, N-8, L-5). */
class CoverStoryTest {

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor asha = story.person("asha-patel");
    private final Story.Actor tom = story.person("tom-reed");
    private final Story.Actor priya = story.person("priya-shah");
    private final Story.Actor sam = story.person("sam-ellis");
    private final Story.Actor joan = story.person("joan-price");

    @BeforeEach
    void takenAcross() {
        ShortConcern.begunBy(asha, "2026-12-08").presses("Continue").presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
        tom.pressesInMessage("Read it").passesFirstQuestions().presses("Take it to Priya Shah");
        tom.presses("Continue").presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));
    }

    @Test
    void aColleagueOffersToCoverAndReadsOnceSomebodyHasSaidYes() {
        samOffersToCover();

        assertThat(latest(priya)).contains("Sam Ellis, deputy team manager, asks to cover for Priya Shah");
        assertThat(latest(joan)).contains("They read nothing before one of you says yes");
        assertThat(PlainText.of(sam.begins("cases").screen())).doesNotContain("NS-2026-0001");

        joan.pressesInMessage("Let them cover");
        story.wait(Duration.ofMinutes(2));

        assertThat(latest(tom)).contains("Sam Ellis covers for Priya Shah on NS-2026-0001 now", "has not changed");
        assertThat(latest(sam)).contains("would like to resolve a difference of view", "Tuesday 8 December");
        assertThat(sam.pressesInMessage("Read it").screen().id()).isEqualTo("M-2q");
        assertThat(PlainText.of(sam.passesFirstQuestions().screen())).contains("[Agree to a change]", "Visits stop.");
        assertThat(latest(priya)).contains("Sam Ellis covers for Priya Shah on NS-2026-0001 now");
    }

    @Test
    void theAddressedPersonCanSayNo() {
        samOffersToCover();
        priya.pressesInMessage("Say no");

        assertThat(latest(sam)).contains("That is not needed now. It stays with Priya Shah.");
        assertThat(PlainText.of(sam.begins("cases").screen())).doesNotContain("NS-2026-0001");
        assertThat(joan.pressesInMessage("Say no").screen().id()).isEqualTo("X-4");
    }

    @Test
    void oneOffersAtATime() {
        samOffersToCover();
        Story.Actor marcus = story.person("marcus-lee");

        assertThat(PlainText.of(marcus.goesBackTo(inTheChannel())
                        .presses("Read it")
                        .presses("Ask to cover")
                        .screen()))
                .contains("Sam Ellis did this");
    }

    @Test
    void nobodyOfAnotherAgencyCanOffer() {
        assertThat(PlainText.of(story.person("ben-carter")
                        .goesBackTo(inTheChannel())
                        .presses("Read it")
                        .screen()))
                .doesNotContain("Ask to cover");
    }

    @Test
    void whatNobodyHasOpenedInAWorkingDayComesToTheDeputyAndTheLead() {
        story.until("2026-12-02T10:30");

        assertThat(latest(sam))
                .contains("Priya Shah has not opened NS-2026-0001 yet", "[Ask to cover]")
                .doesNotContain("See the case");
        assertThat(latest(joan)).contains("If Priya Shah is away, say who takes it", "[I'll take it]");

        joan.pressesInMessage("I'll take it");
        story.wait(Duration.ofMinutes(2));
        assertThat(latest(tom)).contains("Joan Price covers for Priya Shah");
        assertThat(PlainText.of(
                        joan.pressesInMessage("Read it").passesFirstQuestions().screen()))
                .contains("[Agree to a change]");
        assertThat(PlainText.of(joan.presses("See the case").screen()))
                .contains("had not opened it", "principal social worker covers from now on");
        assertThat(PlainText.of(tom.begins("cases").presses("Open").screen())).doesNotContain("had not opened it");
    }

    @Test
    void theLeadGivesItToSomebodyElse() {
        story.until("2026-12-02T10:30");
        joan.pressesInMessage("Give it to somebody else")
                .enters(Map.of("L-5.who", List.of("post:assessment-service-manager")), "Give it to them");
        story.wait(Duration.ofMinutes(2));

        assertThat(latest(story.person("marcus-lee"))).contains("would like to resolve", "Tuesday 8 December");
        assertThat(latest(tom)).contains("Marcus Lee covers for Priya Shah");
    }

    @Test
    void theLeadCanTakeItBackBeforeAnybodyHears() {
        story.until("2026-12-02T10:30");
        joan.pressesInMessage("I'll take it").presses("Undo");
        story.wait(Duration.ofMinutes(2));

        assertThat(latest(tom)).doesNotContain("covers for");
        assertThat(PlainText.of(
                        priya.pressesInMessage("Read it").passesFirstQuestions().screen()))
                .contains("[Agree to a change]");
    }

    @Test
    void nobodyHearsOfSomebodyWhoHasOpenedIt() {
        priya.pressesInMessage("Read it").passesFirstQuestions();
        story.until("2026-12-03T09:00");

        assertThat(sam.messages()).isEmpty();
        assertThat(joan.messages()).noneMatch(message -> message.id().equals("L-5"));
    }

    @Test
    void whoeverStandsInForALeadNeedsNobodysWord() {
        Story school = new Story("bradford", "2026-12-01T10:00");
        ShortConcern.begunBy(school.person("ben-carter"), "2026-12-08")
                .presses("Continue")
                .presses("Send to Maya Evans");
        school.until("2026-12-02T10:30");
        Story.Actor jo = school.person("jo-lamb");

        assertThat(latest(jo)).contains("Maya Evans has not opened NS-2026-0001 yet");
        assertThat(PlainText.of(jo.pressesInMessage("Ask to cover").screen())).contains("It is yours now");
        school.wait(Duration.ofMinutes(2));
        assertThat(latest(jo)).contains("A colleague has asked you to take a difference of view forward");
    }

    private void samOffersToCover() {
        sam.goesBackTo(inTheChannel()).presses("Read it").presses("Ask to cover");
    }

    private View inTheChannel() {
        return priya.messages().get(0);
    }

    private static String latest(Story.Actor actor) {
        return PlainText.of(actor.messages().get(actor.messages().size() - 1));
    }
}
