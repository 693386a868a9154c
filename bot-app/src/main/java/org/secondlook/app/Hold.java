package org.secondlook.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.secondlook.store.PlainRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * The state in which an installation knows less than it once did: it sends nothing, lets no time pass and records nothing
 * until an operator has seen to it. It is kept in Redis, so that every instance is in it.
 */
final class Hold implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(Hold.class);

    private static final String REASON = "reason";
    private static final String SINCE = "since";

    private final PlainRecords records;

    Hold(PlainRecords records) {
        this.records = records;
    }

    /** The same, and {@code secondlook.hold} is 1 while it stands. */
    Hold(PlainRecords records, MeterRegistry meters) {
        this(records);
        Gauge.builder("secondlook.hold", this, hold -> hold.state().isPresent() ? 1 : 0)
                .register(meters);
    }

    /** Why there is a hold. */
    enum Reason {
        /** A backup is being restored, or its restoring was broken off. */
        RESTORING,
        /** A backup was restored. */
        RESTORED,
        /** Redis knows less than what is kept outside: an older copy of it was put back, or it was emptied. */
        BEHIND;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A hold.
     *
     * @param since what was stored after that may be missing; on the case clock
     */
    record State(Reason reason, Instant since) {}

    /** The hold that stands; asked of Redis each time. */
    Optional<State> state() {
        Map<String, String> stored = records.find(PlainRecords.HOLD);
        return Optional.ofNullable(stored.get(REASON))
                .map(reason -> new State(
                        Reason.valueOf(reason), Instant.parse(stored.getOrDefault(SINCE, Instant.EPOCH.toString()))));
    }

    /** Begins one, in the place of one that may stand. */
    void begin(Reason reason, Instant since) {
        records.replace(PlainRecords.HOLD, Map.of(REASON, reason.name(), SINCE, since.toString()));
        tell(new State(reason, since));
    }

    void release() {
        records.remove(PlainRecords.HOLD);
        log.info("Hold released");
    }

    /** Does the work unless there is a hold. */
    void unless(Runnable work) {
        if (state().isEmpty()) {
            work.run();
        }
    }

    /** Says again that there is a hold, if there is. */
    void remind() {
        state().ifPresent(Hold::tell);
    }

    private static void tell(State state) {
        log.error(
                "In hold, nothing is sent or recorded until release-hold reason={} since={}",
                state.reason().word(),
                state.since());
    }

    /** Down while there is a hold. */
    @Override
    public Health health() {
        return (state().isPresent() ? Health.down() : Health.up()).build();
    }
}
