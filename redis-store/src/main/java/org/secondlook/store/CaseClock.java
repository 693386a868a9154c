package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The case clock of a playground: the system's, moved forward by an offset that is kept in Redis, so that every instance
 * agrees on the time and a restart does not turn it back.
 */
public final class CaseClock extends Clock {

    private static final String OFFSET = "secondlook:clock-offset";
    private static final Script MOVE = Script.of("clock.lua");

    private final PatientRedis redis;
    private final Clock system;

    CaseClock(PatientRedis redis, Clock system) {
        this.redis = redis;
        this.system = system;
    }

    @Override
    public Instant instant() {
        long offset = Optional.ofNullable(redis.ask(r -> r.get(OFFSET)))
                .map(Long::parseLong)
                .orElse(0L);
        return system.instant().plusMillis(offset);
    }

    /** Moves the time forward for everybody; a time that has passed changes nothing. */
    public void moveTo(Instant time) {
        long millis =
                Duration.between(system.instant(), time).plusNanos(999_999).toMillis();
        redis.run(MOVE, List.of(OFFSET), List.of(String.valueOf(millis).getBytes(UTF_8)));
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new CaseClock(redis, system.withZone(zone));
    }
}
