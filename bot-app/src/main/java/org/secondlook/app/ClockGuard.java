package org.secondlook.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.secondlook.store.ClockSkew;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Lets the turns of the clock be taken only while the clocks of this machine and of Redis agree: where they do not, nobody
 * knows what is due, and a reminder that comes early or a stage that moves too soon cannot be taken back.
 */
final class ClockGuard implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(ClockGuard.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final ClockSkew skew;
    private final Clock wire;
    private volatile boolean apart;
    private Instant looked = Instant.MIN;

    ClockGuard(ClockSkew skew, Clock wire, MeterRegistry meters) {
        this.skew = skew;
        this.wire = wire;
        Gauge.builder("secondlook.clock.apart", this, guard -> guard.apart ? 1 : 0)
                .register(meters);
    }

    /** Does the work unless the clocks are apart. */
    synchronized void whileTheyAgree(Runnable work) {
        Instant now = wire.instant();
        if (now.isBefore(looked) || !now.isBefore(looked.plus(BETWEEN_LOOKS))) {
            look();
            looked = now;
        }
        if (!apart) {
            work.run();
        }
    }

    private void look() {
        boolean now = skew.isTooLarge();
        if (now && !apart) {
            log.error(
                    "Clocks are apart, no turn of the clock is taken until they agree aheadOfRedisSeconds={}",
                    skew.skew().toSeconds());
        } else if (!now && apart) {
            log.info("Clocks agree again");
        }
        apart = now;
    }

    /** Down while the clocks are apart. */
    @Override
    public Health health() {
        return (apart ? Health.down() : Health.up()).build();
    }
}
