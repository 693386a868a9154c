package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondlook.core.story.Ladder.raises;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.message.View;
import org.secondlook.core.outbox.Delivery;
import org.secondlook.core.outbox.Gap;
import org.secondlook.core.outbox.OutboxMessage;

/** What people are told when what they sent may not have arrived, and while nothing may be recorded. */
class GapStoryTest {

    private final Story story = new Story("bradford", "2026-12-01T14:00");
    private final Story.Actor asha = story.person("asha-patel");
    private final Story.Actor tom = story.person("tom-reed");
    private final Story.Actor nadia = story.person("nadia-khan");
    private final Story.Actor priya = story.person("priya-shah");

    @BeforeEach
    void aCaseAndADraft() {
        raises(asha, "council", "post:social-worker", "Send to Tom Reed");
        nadia.begins("").answers("P-0", "none");
        story.wait(Duration.ofMinutes(45));
        story.clockTo(story.now().plus(Duration.ofHours(16)).plus(Duration.ofMinutes(45)));
    }

    @Test
    void whoeverHasSomethingOpenIsToldBetweenWhichTimes() {
        story.tellsOfAGap("2026-12-01T14:45");

        assertThat(said(asha)).isEqualTo(1);
        assertThat(said(tom)).isEqualTo(1);
        assertThat(said(nadia)).isEqualTo(1);
        assertThat(said(priya)).isZero();
        assertThat(PlainText.of(last(nadia)))
                .contains(
                        "between 2:45pm on Tuesday 1 December and 7:30am on Wednesday 2 December may not have arrived")
                .contains("[My cases]");
    }

    @Test
    void aGapIsToldOnceHoweverManyNotice() {
        story.tellsOfAGap("2026-12-01T14:45");
        story.tellsOfAGap("2026-12-01T14:45");
        assertThat(said(tom)).isEqualTo(1);

        story.tellsOfAGap("2026-12-01T14:50");
        assertThat(said(tom)).isEqualTo(2);
    }

    @Test
    void ofAGapOfOneWorkspaceItsPeopleAreTold() {
        Gap gap = new Gap(story.now().minusSeconds(600), story.now());
        story.gaps()
                .tell(
                        story.partnership(),
                        new TurnId("gap.slack"),
                        gap,
                        person -> person.identities().contains(tom.identity()));
        story.wait(Duration.ofSeconds(1));

        assertThat(said(tom)).isEqualTo(1);
        assertThat(said(asha)).isZero();
    }

    @Test
    void whatWaitsIsOlderThanABackupAndIsNotSent() {
        Gap gap = new Gap(story.now().minusSeconds(600), story.now());
        story.platformAnswers(Platform.SLACK, letter -> Optional.of(new Delivery.Temporary("down", Optional.empty())));
        story.person("ben-carter").begins("").answers("P-0", "now").presses("Tell Maya Evans and carry on");
        assertThat(story.store().waiting(story.partnership().id())).isNotEmpty();

        story.gaps().tellInsteadOfWhatWaits(story.partnership(), new TurnId("gap.restored"), gap);

        assertThat(story.store().waiting(story.partnership().id()))
                .isNotEmpty()
                .extracting(OutboxMessage::message)
                .containsOnly("X-3");
    }

    @Test
    void whoeverCannotBeToldHoldsUpNobody() {
        story.platformAnswers(Platform.SLACK, letter -> Optional.of(new Delivery.Permanent("gone")));
        story.tellsOfAGap("2026-12-01T14:45");
        story.wait(Duration.ofMinutes(1));

        assertThat(story.store().waiting(story.partnership().id())).isEmpty();
    }

    @Test
    void inHoldEverybodyIsToldWhomToRingAndNothingIsKept() {
        View view = nadia.typesInHold("My next answer");

        assertThat(view.id()).isEqualTo("X-8");
        assertThat(PlainText.of(view))
                .contains("I am on hold after a fault.", "ring Helen Ward, your safeguarding lead, on");
        assertThat(view.actions()).isEmpty();
        assertThat(PlainText.of(nadia.begins("resume").screen())).doesNotContain("My next answer");
    }

    private static View last(Story.Actor actor) {
        List<View> messages = actor.messages();
        return messages.get(messages.size() - 1);
    }

    private static long said(Story.Actor actor) {
        return actor.messages().stream().filter(view -> view.id().equals("X-3")).count();
    }
}
