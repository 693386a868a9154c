package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.turn.SettableClock;
import org.secondlook.store.ClockSkew;
import org.springframework.boot.health.contributor.Status;

class ClockGuardTest {

    private final ClockSkew skew = mock(ClockSkew.class);
    private final SettableClock clock = new SettableClock("2026-12-01T10:00");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ClockGuard guard = new ClockGuard(skew, clock, meters);
    private final AtomicInteger turns = new AtomicInteger();

    @BeforeEach
    void apartByNothing() {
        when(skew.skew()).thenReturn(Duration.ofMinutes(5));
    }

    @Test
    void theClockTakesItsTurnsWhileTheClocksAgree() {
        tick();
        tick();

        assertThat(turns).hasValue(2);
        assertThat(guard.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void itTakesNoneWhileTheyAreApartAndGoesOnAfterwards() {
        when(skew.isTooLarge()).thenReturn(true, false);

        tick();

        assertThat(turns).hasValue(0);
        assertThat(guard.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(meters.get("secondlook.clock.apart").gauge().value()).isOne();

        clock.set(clock.instant().plusSeconds(10));
        tick();

        assertThat(turns).hasValue(1);
        assertThat(guard.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aClockThatJumpsBackIsLookedAtAtOnce() {
        tick();
        when(skew.isTooLarge()).thenReturn(true);
        clock.set(clock.instant().minus(Duration.ofHours(1)));

        tick();

        assertThat(turns).hasValue(1);
    }

    private void tick() {
        guard.whileTheyAgree(turns::incrementAndGet);
    }
}
