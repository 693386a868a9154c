package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.message.View;

/** Somebody who will be away says who covers, and is told where it stands when they are back (L-1 to L-4, L-6). */
class LeaveStoryTest {

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor tom = story.person("tom-reed");
    private final Story.Actor priya = story.person("priya-shah");
    private final Story.Actor sam = story.person("sam-ellis");
    private final Story.Actor joan = story.person("joan-price");

    @BeforeEach
    void takenAcross() {
        ShortConcern.begunBy(story.person("asha-patel"), "2026-12-08")
                .presses("Continue")
                .presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
        tom.pressesInMessage("Read it").passesFirstQuestions().presses("Take it to Priya Shah");
        tom.presses("Continue").presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));
        priya.pressesInMessage("Read it").passesFirstQuestions();
    }

    @Test
    void aColleagueCoversFromTheFirstDayToTheLast() {
        priyaAsksSam("2026-12-03", "2026-12-07");
        assertThat(latest(sam))
                .contains("Priya Shah asks you to cover from Thursday 3 December to Monday 7 December")
                .doesNotContain("See the case");
        sam.pressesInMessage("Yes, I'll cover");
        assertThat(latest(priya)).contains("Sam Ellis, deputy team manager, covers for you on NS-2026-0001");
        assertThat(PlainText.of(sam.begins("cases").screen())).doesNotContain("NS-2026-0001");

        story.until("2026-12-03T09:10");

        assertThat(latest(sam)).contains("would like to resolve a difference of view");
        assertThat(latest(tom)).contains("Sam Ellis covers for Priya Shah on NS-2026-0001 now", "has not changed");
        assertThat(sam.pressesInMessage("Read it").screen().id()).isEqualTo("M-2q");
        assertThat(PlainText.of(sam.passesFirstQuestions().screen())).contains("[Agree to a change]");

        story.until("2026-12-08T09:10");

        View back = only(priya, "L-6");
        assertThat(PlainText.of(back)).contains("Welcome back. Sam Ellis has covered for you on NS-2026-0001");
        priya.goesBackTo(back).presses("Take it back");
        story.wait(Duration.ofMinutes(3));
        assertThat(latest(tom)).contains("Priya Shah has NS-2026-0001 again. The date has not changed.");
        assertThat(latest(sam)).contains("Priya Shah has NS-2026-0001 again");
        assertThat(PlainText.of(priya.begins("cases").presses("Open").screen())).contains("[Agree to a change]");
        Approvals.verify(story.transcript());
    }

    @Test
    void whoeverIsBackCanLeaveItWhereItIs() {
        priyaAsksSam("2026-12-03", "2026-12-07");
        sam.pressesInMessage("Yes, I'll cover");
        story.until("2026-12-08T09:10");
        priya.goesBackTo(only(priya, "L-6")).presses("Leave it with Sam Ellis");

        assertThat(PlainText.of(priya.screen())).contains("Sam Ellis answers");
    }

    @Test
    void whoeverIsBackSoonerTakesItBackAndKeepsIt() {
        priyaAsksSam("2026-12-03", "2026-12-07");
        sam.pressesInMessage("Yes, I'll cover");
        story.until("2026-12-03T12:00");
        priya.begins("cases").presses("Open").presses("Read it").presses("Take it back");
        story.until("2026-12-04T12:00");

        assertThat(PlainText.of(priya.begins("cases").presses("Open").screen())).contains("[Agree to a change]");
    }

    @Test
    void theLeadCoversWhereTheColleagueCannot() {
        priyaAsksSam("2026-12-03", "2026-12-07");
        sam.pressesInMessage("I can't cover");

        assertThat(latest(joan)).contains("Nobody has said yes to cover for Priya Shah", "unless you ask somebody");
        assertThat(latest(priya)).contains("No cover yet", "Joan Price, principal social worker, covers");
        story.until("2026-12-03T09:10");
        assertThat(latest(tom)).contains("Joan Price covers for Priya Shah");
    }

    @Test
    void theLeadCoversWhereNobodyAnswersAndCanAskSomebodyElse() {
        priyaAsksSam("2026-12-07", "2026-12-11");
        story.until("2026-12-02T11:00");
        assertThat(latest(joan)).contains("Nobody has said yes to cover for Priya Shah");

        joan.pressesInMessage("Ask somebody else")
                .enters(Map.of("L-1.who", List.of("post:assessment-service-manager")), "Continue")
                .presses("Ask Marcus Lee to cover");
        story.wait(Duration.ofMinutes(2));
        Story.Actor marcus = story.person("marcus-lee");
        assertThat(latest(marcus)).contains("asks you to cover from Monday 7 December to Friday 11 December");
        assertThat(sam.pressesInMessage("Yes").screen().id()).isEqualTo("X-4");
        marcus.pressesInMessage("Yes, I'll cover");
        story.until("2026-12-07T09:10");
        assertThat(latest(tom)).contains("Marcus Lee covers for Priya Shah");
    }

    @Test
    void theRaiserHearsWhoActsForTheirManager() {
        tom.begins("cases").presses("I'm going on leave").presses("Say who covers on NS-2026-0001");
        tom.enters(
                        Map.of(
                                "L-1.from",
                                List.of("2026-12-03"),
                                "L-1.until",
                                List.of("2026-12-07"),
                                "L-1.who",
                                List.of("post:hv-deputy-team-lead")),
                        "Continue")
                .presses("Ask Nadia Khan to cover");
        story.wait(Duration.ofMinutes(2));
        Story.Actor nadia = story.person("nadia-khan");
        nadia.pressesInMessage("Yes, I'll cover");
        story.until("2026-12-03T09:10");

        assertThat(latest(nadia)).contains("You cover for Tom Reed on NS-2026-0001 now");
        assertThat(latest(priya)).contains("Nadia Khan covers for Tom Reed");
        assertThat(latest(story.person("asha-patel"))).contains("Nadia Khan covers for Tom Reed");
        assertThat(PlainText.of(
                        nadia.pressesInMessage("Read it").passesFirstQuestions().screen()))
                .contains("[We've agreed]");
    }

    @Test
    void theQuestionCanBeTakenBack() {
        priyaAsks("2026-12-03", "2026-12-07").presses("Undo");
        story.until("2026-12-03T09:10");

        assertThat(sam.messages()).isEmpty();
        assertThat(tom.messages()).noneMatch(message -> message.id().equals("L-4"));
    }

    private void priyaAsksSam(String from, String until) {
        priyaAsks(from, until);
        story.wait(Duration.ofMinutes(2));
    }

    private Story.Actor priyaAsks(String from, String until) {
        return priya.begins("cases")
                .presses("I'm going on leave")
                .presses("Say who covers on NS-2026-0001")
                .enters(
                        Map.of(
                                "L-1.from",
                                List.of(from),
                                "L-1.until",
                                List.of(until),
                                "L-1.who",
                                List.of("post:assessment-deputy-manager")),
                        "Continue")
                .presses("Ask Sam Ellis to cover");
    }

    private static View only(Story.Actor actor, String id) {
        return actor.messages().stream()
                .filter(message -> message.id().equals(id))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private static String latest(Story.Actor actor) {
        return PlainText.of(actor.messages().get(actor.messages().size() - 1));
    }
}
