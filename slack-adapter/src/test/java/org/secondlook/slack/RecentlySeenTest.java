package org.secondlook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.secondlook.core.turn.SettableClock;

class RecentlySeenTest {

    private final SettableClock clock = new SettableClock("2026-12-01T10:00");
    private final RecentlySeen seen = new RecentlySeen(3, clock);

    @Test
    void knowsWhatItSawForTenMinutes() {
        assertThat(seen.add("a")).isTrue();
        assertThat(seen.add("a")).isFalse();

        clock.set(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(seen.contains("a")).isTrue();

        clock.set(clock.instant().plusMillis(1));
        assertThat(seen.contains("a")).isFalse();
        assertThat(seen.add("a")).isTrue();
    }

    @Test
    void forgetsTheOldestWhereThereIsNoMoreRoom() {
        IntStream.rangeClosed(1, 4).forEach(n -> seen.add("request " + n));

        assertThat(seen.contains("request 1")).isFalse();
        assertThat(seen.contains("request 2")).isTrue();
        assertThat(seen.contains("request 4")).isTrue();
    }
}
