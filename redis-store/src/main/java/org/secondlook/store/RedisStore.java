package org.secondlook.store;

import java.time.Clock;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.store.server.DurableSettings;
import org.secondlook.store.server.RedisServer;
import org.secondlook.store.server.ServerSettings;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** The Redis of an installation, and all that is kept there. */
public final class RedisStore implements AutoCloseable {

    private final RedisServer server;
    private final UnifiedJedis redis;

    private RedisStore(RedisServer server, UnifiedJedis redis) {
        this.server = server;
        this.redis = redis;
    }

    /**
     * Starts the server where none is configured, and makes sure that it answers and loses nothing.
     *
     * @param vouched {@code secondlook.redis.durable}, for a server that does not tell its settings
     * @throws StoreSetupException with a sentence that says what to do
     */
    public static RedisStore open(ServerSettings settings, boolean vouched) {
        RedisServer server = RedisServer.start(settings);
        UnifiedJedis redis = server.address().connect();
        RedisStore store = new RedisStore(server, redis);
        try {
            store.requireAnswer();
            new DurableSettings(redis).require(vouched);
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private void requireAnswer() {
        try {
            redis.ping();
        } catch (JedisException e) {
            throw new StoreSetupException(
                    "Expected Redis at %s to answer, but it does not. Check secondlook.redis.url, its password, and that the server runs."
                            .formatted(server.address()),
                    e);
        }
    }

    /**
     * The cases, conversations and messages.
     *
     * @param keys under which everything that somebody wrote is sealed
     */
    public CaseStore cases(KeyFile keys) {
        return new RedisCaseStore(redis, keys);
    }

    /** Seals again what is sealed under an older key of the key file. */
    public KeyRotation rotation(KeyFile keys) {
        return new KeyRotation(redis, keys);
    }

    /** The histories of all cases, to be held against what was stored. */
    public Histories histories(KeyFile keys) {
        return new Histories(redis, keys);
    }

    /** What is kept beside the logs of a partnership's cases, as it is now. */
    public Indexes indexes(PartnershipId partnership) {
        return new Indexes(partnership, redis);
    }

    /** Erases cases of a partnership. */
    public Erasure erasure(PartnershipId partnership, KeyFile keys) {
        return new Erasure(partnership, redis, keys);
    }

    /** The case clock of a playground. */
    public CaseClock clock(Clock system) {
        return new CaseClock(redis, system);
    }

    /** What is kept unsealed beside the cases. */
    public PlainRecords records() {
        return new PlainRecords(redis);
    }

    /** Whether the server answers at the moment. */
    public boolean answers() {
        try {
            return "PONG".equals(redis.ping());
        } catch (JedisException e) {
            return false;
        }
    }

    /** Ends the connections, and the server if it was started here. */
    @Override
    public void close() {
        redis.close();
        server.close();
    }
}
