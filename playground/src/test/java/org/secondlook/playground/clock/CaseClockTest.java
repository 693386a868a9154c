package org.secondlook.playground.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.secondlook.playground.trial.SettableClock;
import org.secondlook.playground.trial.StandInBot;
import org.secondlook.playground.trial.StandInBot.Reply;

class CaseClockTest {

    private static final Instant TODAY = Instant.parse("2026-12-01T10:05:00Z");
    private static final Instant THURSDAY = Instant.parse("2026-12-03T09:30:00Z");

    private final StandInBot application = new StandInBot();
    private final SettableClock system = new SettableClock();
    private final Deque<Runnable> pending = new ArrayDeque<>();
    private final AtomicInteger changes = new AtomicInteger();
    private final CaseClock clock = new CaseClock(
            application.url("/playground/clock"),
            system,
            (wait, question) -> pending.add(question),
            changes::incrementAndGet);

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void isSystemTimeWhileTheApplicationHasNoClock() {
        clock.start();
        ask();

        assertThat(clock.reading()).isEmpty();
        assertThat(clock.instant()).isEqualTo(system.instant());
        assertThat(changes).hasValue(0);
    }

    @Test
    void followsTheApplicationAndGoesOnBetweenQuestions() {
        application.clockAnswering(request -> Reply.json("{\"now\":\"%s\",\"next\":null}".formatted(THURSDAY)));
        clock.start();
        ask();
        system.advance(Duration.ofMinutes(1));

        assertThat(clock.instant()).isEqualTo(THURSDAY.plusSeconds(60));
        assertThat(clock.reading().orElseThrow().next()).isNull();
        assertThat(changes).hasValue(1);
    }

    @Test
    void movesTimeThroughTheApplication() {
        application.clockAnswering(request -> request.body().contains("next-reminder")
                ? Reply.json("{\"now\":\"%s\",\"next\":null}".formatted(THURSDAY))
                : Reply.json("{\"now\":\"%s\",\"next\":\"%s\"}".formatted(TODAY, THURSDAY)));
        clock.start();
        ask();
        assertThat(clock.reading().orElseThrow().next()).isEqualTo(THURSDAY);

        assertThat(clock.move("next-reminder").orElseThrow().now()).isEqualTo(THURSDAY);
        assertThat(changes).hasValue(2);
    }

    @Test
    void doesNotFallBackInTimeWhenTheApplicationRestarts() {
        application.clockAnswering(request -> Reply.json("{\"now\":\"%s\",\"next\":null}".formatted(THURSDAY)));
        clock.start();
        ask();
        application.clockAnswering(request -> new Reply(503, ""));
        ask();

        assertThat(clock.reading()).isEmpty();
        assertThat(clock.instant()).isEqualTo(THURSDAY);
    }

    private void ask() {
        pending.remove().run();
    }
}
