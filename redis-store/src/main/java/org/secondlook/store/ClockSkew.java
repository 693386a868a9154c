package org.secondlook.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.secondlook.store.server.RedisLink;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * How far the clock of this machine and those of the servers are apart. Deadlines are read on the one, claims on the
 * others; where they disagree, nobody knows which is right.
 */
public final class ClockSkew {

    private static final Duration TOLERATED = Duration.ofSeconds(30);

    private final RedisLink link;
    private final Clock wire;

    ClockSkew(RedisLink link, Clock wire) {
        this.link = link;
        this.wire = wire;
    }

    /**
     * By how much this machine is ahead of the server, behind if negative; of several servers, of the one that is farthest
     * off. To within half the time that the answer takes.
     *
     * @throws StoreUnavailableException if one of them does not answer
     */
    public Duration skew() {
        try {
            return link.ofEachPrimary(this::skew).values().stream()
                    .max(Comparator.comparing(Duration::abs))
                    .orElse(Duration.ZERO);
        } catch (JedisException e) {
            throw new StoreUnavailableException("Expected Redis to tell the time, but there was no answer", e);
        }
    }

    private Duration skew(Jedis server) {
        Instant asked = wire.instant();
        List<String> time = server.time();
        Duration halfway = Duration.between(asked, wire.instant()).dividedBy(2);
        Instant there = Instant.ofEpochSecond(Long.parseLong(time.get(0)), Long.parseLong(time.get(1)) * 1_000);
        return Duration.between(there, asked.plus(halfway));
    }

    /** Whether they are more than 30 seconds apart, so that nothing should be done by the clock. */
    public boolean isTooLarge() {
        return skew().abs().compareTo(TOLERATED) > 0;
    }
}
