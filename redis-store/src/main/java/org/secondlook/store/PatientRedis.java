package org.secondlook.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Asks Redis again for a while when it does not answer, as it does not while it is restarted. Everything that is asked
 * through here may run twice and does nothing twice.
 */
final class PatientRedis {

    private static final Logger log = LoggerFactory.getLogger(PatientRedis.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    /** Errors that say that the server did nothing and soon will: it loads, or another one takes over. */
    private static final List<String> PASSING =
            List.of("LOADING", "BUSY", "READONLY", "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN");

    private final UnifiedJedis redis;
    private final Duration patience;

    PatientRedis(UnifiedJedis redis) {
        this(redis, PATIENCE);
    }

    /** @param patience how long to go on asking */
    PatientRedis(UnifiedJedis redis, Duration patience) {
        this.redis = redis;
        this.patience = patience;
    }

    Object run(Script script, List<String> keys, List<byte[]> arguments) {
        return ask(r -> script.run(r, keys, arguments));
    }

    <T> T ask(Function<UnifiedJedis, T> question) {
        long since = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return question.apply(redis);
            } catch (JedisConnectionException | JedisDataException e) {
                if (!isPassing(e)) {
                    throw e;
                }
                if (System.nanoTime() - since > patience.toNanos()) {
                    throw new StoreUnavailableException(
                            "Expected an answer from Redis within %s, but there was none".formatted(patience), e);
                }
                log.warn(
                        "Redis did not answer, asking again pauseMillis={} reason={}",
                        pause.toMillis(),
                        e.getClass().getSimpleName());
            }
            pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static boolean isPassing(JedisException e) {
        return e instanceof JedisConnectionException
                || PASSING.stream()
                        .anyMatch(code -> String.valueOf(e.getMessage()).startsWith(code));
    }

    private static void pause(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("Expected an answer from Redis, but was interrupted", e);
        }
    }
}
