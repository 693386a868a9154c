package org.secondlook.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.secondlook.store.server.RedisLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Asks Redis again for a while when it does not answer, as it does not while it is restarted or another server takes over.
 * Everything that is asked through here may run twice and does nothing twice.
 */
final class PatientRedis {

    private static final Logger log = LoggerFactory.getLogger(PatientRedis.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    /**
     * Errors that say that the server soon will do it, or another: it loads, another one takes over, or no replica has
     * caught up.
     */
    private static final Pattern PASSING = Pattern.compile(
            "(^|.* -)(LOADING|BUSY|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|MOVED|ASK|NOREPLICAS|UNBLOCKED)( .*|$)");

    private final UnifiedJedis redis;
    private final Writes writes;
    private final Runnable renewal;
    private final Duration patience;

    /** A Redis of one server, of which nobody demands replicas. */
    PatientRedis(UnifiedJedis redis) {
        this(redis, PATIENCE);
    }

    /** @param patience how long to go on asking */
    PatientRedis(UnifiedJedis redis, Duration patience) {
        this(redis, (script, keys, arguments) -> script.run(redis, keys, arguments), () -> {}, patience);
    }

    private PatientRedis(UnifiedJedis redis, Writes writes, Runnable renewal, Duration patience) {
        this.redis = redis;
        this.writes = writes;
        this.renewal = renewal;
        this.patience = patience;
    }

    /** @param replicas how many must have what is written before it counts as written */
    static PatientRedis over(RedisLink link, int replicas) {
        Writes plain = (script, keys, arguments) -> script.run(link.client(), keys, arguments);
        Writes writes = replicas == 0 ? plain : new ReplicatedWrites(link, replicas)::run;
        return new PatientRedis(link.client(), writes, link::renew, PATIENCE);
    }

    /** How a script is run that writes. */
    private interface Writes {
        Object run(Script script, List<String> keys, List<byte[]> arguments);
    }

    /** Runs a script that writes. */
    Object run(Script script, List<String> keys, List<byte[]> arguments) {
        return ask(r -> writes.run(script, keys, arguments));
    }

    /** Runs a script that only reads. */
    Object read(Script script, List<String> keys, List<byte[]> arguments) {
        return ask(r -> script.run(r, keys, arguments));
    }

    <T> T ask(Function<UnifiedJedis, T> question) {
        long since = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return question.apply(redis);
            } catch (JedisException e) {
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
            renew();
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Whatever the server did not say itself is want of an answer. */
    private static boolean isPassing(JedisException e) {
        return !(e instanceof JedisDataException)
                || PASSING.matcher(String.valueOf(e.getMessage())).matches();
    }

    /** Where there is nobody to be found yet, asking again will tell. */
    private void renew() {
        try {
            renewal.run();
        } catch (JedisException e) {
            log.debug("Redis was not found again yet", e);
        }
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
