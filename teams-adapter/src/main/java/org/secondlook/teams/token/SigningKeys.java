package org.secondlook.teams.token;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signing keys of the Bot Connector service. They are fetched anew each day in the background, and at once when a
 * token names a key that is not known, but seldom. While Microsoft cannot be reached, the keys of before stay good for
 * five days: an outage there must not silence the bot.
 */
final class SigningKeys {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

    private static final Duration FRESH = Duration.ofHours(24);
    private static final Duration GOOD = Duration.ofDays(5);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMinutes(5);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

    private final KeySource source;
    private final Clock clock;
    private final Executor background;
    private final ReentrantLock fetching = new ReentrantLock();

    private volatile Kept kept = new Kept(Map.of(), Instant.MIN, Instant.MIN);
    private volatile Instant mayTryAt = Instant.MIN;

    /**
     * @param clock the wire clock
     * @param background where the daily fetch is done, so that nobody waits for it
     */
    SigningKeys(KeySource source, Clock clock, Executor background) {
        this.source = source;
        this.clock = clock;
        this.background = background;
    }

    private record Kept(Map<String, SigningKey> keys, Instant freshUntil, Instant goodUntil) {

        static Kept of(List<SigningKey> keys, Instant now) {
            return new Kept(
                    keys.stream().collect(Collectors.toMap(SigningKey::id, Function.identity(), (a, b) -> a)),
                    now.plus(FRESH),
                    now.plus(GOOD));
        }
    }

    /** Fetches the keys in the background before the first token needs one. */
    void prepare() {
        background.execute(() -> fetch(this::isDue));
    }

    /** The key of that name, if it is published. */
    Optional<SigningKey> find(String id) {
        if (known(id).isEmpty()) {
            fetch(() -> known(id).isEmpty());
        } else if (isDue()) {
            prepare();
        }
        return known(id);
    }

    private Optional<SigningKey> known(String id) {
        Kept now = kept;
        return clock.instant().isBefore(now.goodUntil())
                ? Optional.ofNullable(now.keys().get(id))
                : Optional.empty();
    }

    private boolean isDue() {
        Instant now = clock.instant();
        return !now.isBefore(kept.freshUntil()) && !now.isBefore(mayTryAt);
    }

    /** Fetches, one at a time, unless by then it is no longer wanted or was tried a moment ago. */
    private void fetch(BooleanSupplier wanted) {
        fetching.lock();
        try {
            Instant now = clock.instant();
            if (wanted.getAsBoolean() && !now.isBefore(mayTryAt)) {
                mayTryAt = now.plus(BETWEEN_ATTEMPTS);
                kept = Kept.of(source.fetch(), now);
            }
        } catch (IOException e) {
            mayTryAt = clock.instant().plus(AFTER_A_FAILURE);
            log.warn("Signing keys not fetched goodUntil={} reason={}", kept.goodUntil(), e.getMessage());
        } finally {
            fetching.unlock();
        }
    }
}
