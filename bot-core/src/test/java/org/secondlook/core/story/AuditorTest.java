package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondlook.core.story.Ladder.raises;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.outbox.Delivery;
import org.secondlook.core.turn.Auditor.Fault;
import org.secondlook.core.turn.InMemoryCaseStore;

/** What could come to a standstill is found before anybody misses it. Every story is audited at every step as well. */
class AuditorTest {

    private final Story story = new Story("bradford", "2026-12-01T10:00");

    @BeforeEach
    void aCaseIsOpen() {
        raises(story.person("asha-patel"), "council", "post:social-worker", "Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
    }

    @Test
    void anOpenCaseIsInOrder() {
        assertThat(story.audits()).isEmpty();
    }

    @Test
    void aTimerThatWasLostIsSetAgainAndTheCaseGoesOn() {
        Instant timer = timer();
        story.store().loseTimer(story.partnership().id(), theCase());

        assertThat(story.audits()).containsExactly(Fault.TIMER_LOST);
        assertThat(timer()).isEqualTo(timer);
        assertThat(story.audits()).isEmpty();
    }

    @Test
    void aTimerThatIsTooLateIsSetRight() {
        Instant timer = timer();
        InMemoryCaseStore store = story.store();
        int version = store.history(story.partnership().id(), theCase()).version();
        store.setTimer(story.partnership().id(), theCase(), version, timer.plus(Duration.ofDays(1)));

        assertThat(story.audits()).containsExactly(Fault.TIMER_LOST);
        assertThat(timer()).isEqualTo(timer);
    }

    @Test
    void aTurnThatTheClockDoesNotTakeIsNoticed() {
        story.clockTo(timer().plus(Duration.ofMinutes(6)));

        assertThat(story.audits()).containsExactly(Fault.TURN_OVERDUE);
    }

    @Test
    void aMessageThatWaitsTooLongIsNoticed() {
        story.platformAnswers(Platform.SLACK, letter -> Optional.of(new Delivery.Temporary("down", Optional.empty())));
        story.until("2026-12-02T09:40");
        assertThat(story.audits()).doesNotContain(Fault.MESSAGE_STUCK);

        story.until("2026-12-02T10:00");

        assertThat(story.audits()).contains(Fault.MESSAGE_STUCK);
    }

    @Test
    void aCaseThatNobodyCanActOnIsNoticed() {
        story.everybodyLeaves();

        assertThat(story.audits()).containsExactly(Fault.NOBODY_ACTS);
    }

    private CaseId theCase() {
        return story.store().open(story.partnership().id()).keySet().iterator().next();
    }

    private Instant timer() {
        return Optional.ofNullable(
                        story.store().timers(story.partnership().id()).get(theCase()))
                .orElseThrow();
    }
}
