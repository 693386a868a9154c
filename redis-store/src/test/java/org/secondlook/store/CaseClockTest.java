package org.secondlook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.turn.SettableClock;
import org.secondlook.store.server.TestServer;
import redis.clients.jedis.UnifiedJedis;

class CaseClockTest {

    private static final Instant TEN = SettableClock.instant("2026-12-01T10:00");

    private final UnifiedJedis redis = TestServer.shared().redis();
    private final SettableClock system = new SettableClock("2026-12-01T10:00");
    private final CaseClock clock = new CaseClock(new PatientRedis(redis), system);

    @BeforeEach
    void unmoved() {
        redis.del("secondlook:clock-offset");
    }

    @Test
    void isTheSystemsUntilItIsMoved() {
        assertThat(clock.instant()).isEqualTo(TEN);
        assertThat(clock.getZone()).isEqualTo(system.getZone());
    }

    @Test
    void isMovedForEverybodyAndGoesOnFromThere() {
        clock.moveTo(TEN.plus(Duration.ofDays(3)));
        system.set(TEN.plusSeconds(5));

        Instant later = TEN.plus(Duration.ofDays(3)).plusSeconds(5);
        assertThat(clock.instant()).isEqualTo(later);
        assertThat(new CaseClock(new PatientRedis(redis), system).instant()).isEqualTo(later);
        assertThat(clock.withZone(ZoneId.of("UTC")).instant()).isEqualTo(later);
    }

    @Test
    void isNeverMovedBack() {
        clock.moveTo(TEN.plusSeconds(60));
        clock.moveTo(TEN.plusSeconds(30));
        clock.moveTo(TEN.minusSeconds(30));

        assertThat(clock.instant()).isEqualTo(TEN.plusSeconds(60));
    }

    @Test
    void reachesWhateverItIsMovedTo() {
        clock.moveTo(TEN.plusNanos(1));

        assertThat(clock.instant()).isBetween(TEN.plusNanos(1), TEN.plusMillis(1));
    }

    @Test
    void isAtTheLatestOfTimesThatManyMoveItTo() {
        IntStream.range(0, 50).parallel().forEach(i -> clock.moveTo(TEN.plusSeconds(i)));

        assertThat(clock.instant()).isEqualTo(TEN.plusSeconds(49));
    }
}
