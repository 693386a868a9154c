package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondlook.core.story.Ladder.raises;
import static org.secondlook.core.story.Ladder.takesForward;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.message.View;
import org.secondlook.core.outbox.Delivery;
import org.secondlook.core.outbox.Letter;

/** What becomes of a message that the platform of the other agency does not take, and who hears of it. */
class UndeliveredStoryTest {

    private static final Delivery DOWN = new Delivery.Temporary("down", Optional.empty());
    private static final Delivery REFUSED = new Delivery.Permanent("not there");

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor tom = story.person("tom-reed");
    private final Story.Actor priya = story.person("priya-shah");
    private final List<Letter> tried = new ArrayList<>();

    @BeforeEach
    void tomHasTakenItForward() {
        raises(story.person("asha-patel"), "council", "post:social-worker", "Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
        takesForward(tom, "Priya Shah");
    }

    @Test
    void theSenderSeesWhenItWasSentAndWhenItWasSeen() {
        story.wait(Duration.ofMinutes(2));
        assertThat(page(tom)).contains("Priya Shah answers by 5pm on Friday 4 December (3 working days). Sent at");

        story.wait(Duration.ofMinutes(5));
        priya.pressesInMessage("I've seen this");

        assertThat(page(tom)).contains("Priya Shah answers by 5pm on Friday 4 December (3 working days). Seen at");
    }

    @Test
    void anOutageIsToldToTheSenderOnceAndSoIsItsEnd() {
        teamsAnswers(DOWN);
        story.wait(Duration.ofMinutes(12));

        assertThat(said(tom, "X-1")).isEqualTo(1);
        assertThat(page(tom)).contains("The message waits to be sent");
        assertThat(received(priya)).doesNotContain("V-1");

        story.platformAnswers(Platform.TEAMS, letter -> Optional.empty());
        story.wait(Duration.ofMinutes(5));

        assertThat(received(priya)).containsOnlyOnce("V-1");
        assertThat(said(tom, "X-1d")).isEqualTo(1);
        assertThat(said(tom, "X-1s")).isZero();
        assertThat(page(tom)).contains("(3 working days). Sent at");
    }

    @Test
    void anOutageThatLastsIsToldAgainAndTriedOnUntilItEnds() {
        teamsAnswers(DOWN);
        story.wait(Duration.ofHours(3));

        assertThat(said(tom, "X-1")).isEqualTo(1);
        assertThat(said(tom, "X-1s")).isEqualTo(1);
        assertThat(tried.size()).isBetween(60, 200);

        story.platformAnswers(Platform.TEAMS, letter -> Optional.empty());
        story.wait(Duration.ofMinutes(5));

        assertThat(received(priya)).containsOnlyOnce("V-1");
        assertThat(received(story.person("joan-price"))).containsOnlyOnce("F-1");
    }

    @Test
    void aChannelThatIsClosedIsMadeUpForByThePersonsOwnChat() {
        story.platformAnswers(Platform.TEAMS, letter -> letter.channel().map(channel -> REFUSED));
        story.wait(Duration.ofMinutes(2));

        assertThat(received(priya)).containsOnlyOnce("V-1");
        assertThat(page(tom)).contains("Sent at");
    }

    @Test
    void whatIsForAPersonNeverGoesToTheirChannel() {
        Story.Actor ben = story.person("ben-carter");
        story.platformAnswers(Platform.SLACK, letter -> {
            tried.add(letter);
            return letter.person().equals(ben.identity()) ? Optional.empty() : Optional.of(REFUSED);
        });

        ben.begins("").answers("P-0", "now").presses("Tell Maya Evans and carry on");
        story.wait(Duration.ofSeconds(1));

        assertThat(tried).extracting(letter -> letter.view().id()).contains("I-1a");
        assertThat(tried).allSatisfy(letter -> assertThat(letter.channel()).isEmpty());
    }

    @Test
    void whoeverCannotBeReachedIsStoodInForAndTheirLeadAndTheSenderAreTold() {
        story.platformAnswers(
                Platform.TEAMS,
                letter -> letter.person().equals(priya.identity()) ? Optional.of(REFUSED) : Optional.empty());
        story.wait(Duration.ofMinutes(2));

        assertThat(received(story.person("sam-ellis"))).containsOnlyOnce("V-1");
        assertThat(received(story.person("joan-price"))).containsOnlyOnce("X-2l");
        assertThat(said(tom, "X-2")).isEqualTo(1);
        assertThat(PlainText.of(last(tom)))
                .contains("I couldn't deliver your message", "Priya Shah", "Sam Ellis is asked instead");
        assertThat(page(tom))
                .contains("Sam Ellis answers", "a message to Priya Shah, team manager could not be delivered");
    }

    @Test
    void theOfficeIsToldWhenAWholeAgencyCannotBeReached() {
        Story.Actor beth = story.person("beth-long");
        story.platformAnswers(Platform.TEAMS, letter -> {
            tried.add(letter);
            return letter.person().equals(beth.identity()) ? Optional.empty() : Optional.of(REFUSED);
        });
        story.wait(Duration.ofMinutes(2));

        assertThat(received(beth)).contains("X-2o");
        assertThat(said(tom, "X-2")).isGreaterThan(0);
        assertThat(tried.size()).isLessThan(40);
    }

    @Test
    void whatMayHaveArrivedIsMarkedSoWhenItIsSentAgain() {
        story.platformAnswers(Platform.TEAMS, letter -> {
            tried.add(letter);
            return letter.perhapsSent() ? Optional.empty() : Optional.of(new Delivery.Unknown("no answer"));
        });
        story.wait(Duration.ofMinutes(3));

        assertThat(tried).extracting(Letter::perhapsSent).contains(false, true);
        assertThat(received(priya)).containsOnlyOnce("V-1");
    }

    @Test
    void whoeverWasHeldUpTooLongLeavesTheSendingToOthers() {
        story.holdsUpSending(Duration.ofSeconds(31));
        story.wait(Duration.ofMinutes(2));

        assertThat(received(priya)).doesNotContain("V-1");
        assertThat(story.store().waiting(story.partnership().id())).isNotEmpty();
    }

    @Test
    void whoeverWasHeldUpAWhileSendsItAllTheSame() {
        story.holdsUpSending(Duration.ofSeconds(29));
        story.wait(Duration.ofMinutes(2));

        assertThat(received(priya)).contains("V-1");
    }

    @Test
    void anAlertGoesToTheDeputyAndWhoeverNeedsSomebodyIsToldToGoOnRinging() {
        Story.Actor ben = story.person("ben-carter");
        Story.Actor maya = story.person("maya-evans");
        story.platformAnswers(
                Platform.SLACK,
                letter -> letter.person().equals(maya.identity()) ? Optional.of(REFUSED) : Optional.empty());

        ben.begins("").answers("P-0", "now").presses("Tell Maya Evans and carry on");
        story.wait(Duration.ofSeconds(1));

        assertThat(received(story.person("jo-lamb"))).containsExactly("I-1a");
        assertThat(PlainText.of(last(ben))).contains("I couldn't deliver my message to Maya Evans. Ring Maya Evans on");
    }

    @Test
    void whoeverNeedsSomebodyIsToldThatNobodyIsThereAnyMore() {
        Story story = new Story(
                "bradford",
                "2026-12-01T17:00",
                directory -> directory
                        .replaceAll("\\{ person: (jo-lamb|rob-hughes|sue-marsh), from: [-0-9]+ }", "")
                        .replaceAll("(person: maya-evans, from: [-0-9]+)", "$1, until: 2026-12-01"));
        Story.Actor ben = story.person("ben-carter");
        story.platformAnswers(
                Platform.SLACK,
                letter -> letter.person().equals(ben.identity()) ? Optional.empty() : Optional.of(DOWN));

        ben.begins("").answers("P-0", "now").presses("Tell Maya Evans and carry on");
        story.until("2026-12-02T00:05");

        assertThat(received(ben)).containsExactly("I-1v");
        assertThat(PlainText.of(last(ben))).contains("Keep ringing", "01632 960 100");
    }

    @Test
    void whatOnlyOnePersonCanAnswerIsNotAskedOfAnybodyElse() {
        Story.Actor dan = story.person("dan-moore");
        story.wait(Duration.ofMinutes(2));
        story.platformAnswers(
                Platform.TEAMS,
                letter -> letter.person().equals(dan.identity()) ? Optional.of(REFUSED) : Optional.empty());

        Ladder.agrees(story, "tom-reed", "Priya Shah");
        Ladder.opens(story, "priya-shah", "Yes, this is what we agreed");
        story.wait(Duration.ofMinutes(2));

        assertThat(received(story.person("joan-price"))).containsOnlyOnce("X-2l");
        assertThat(page(tom)).contains("Dan Moore").doesNotContain("Dan Moore is asked instead");
        assertThat(received(priya).stream().filter("Z-9"::equals)).hasSize(1);
    }

    private void teamsAnswers(Delivery delivery) {
        story.platformAnswers(Platform.TEAMS, letter -> {
            tried.add(letter);
            return Optional.of(delivery);
        });
    }

    private static String page(Story.Actor actor) {
        return PlainText.of(
                actor.begins("cases").presses("Open ").presses("See the case").screen());
    }

    private static View last(Story.Actor actor) {
        return actor.messages().get(actor.messages().size() - 1);
    }

    private static List<String> received(Story.Actor actor) {
        return actor.messages().stream().map(View::id).toList();
    }

    private static long said(Story.Actor actor, String message) {
        return received(actor).stream().filter(message::equals).count();
    }
}
