package org.secondlook.store;

import java.time.Clock;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.outbox.Pacing;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.store.server.DurableSettings;
import org.secondlook.store.server.RedisLink;
import org.secondlook.store.server.RedisServer;
import org.secondlook.store.server.ServerSettings;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** The Redis of an installation, and all that is kept there. */
public final class RedisStore implements AutoCloseable {

    private final RedisServer server;
    private final RedisLink link;
    private final PatientRedis redis;

    private RedisStore(RedisServer server, RedisLink link, int replicas) {
        this.server = server;
        this.link = link;
        this.redis = PatientRedis.over(link, replicas);
    }

    /**
     * Starts the server where none is configured, and makes sure that it answers and loses nothing.
     *
     * @param vouched {@code secondlook.redis.durable}, for a server that does not tell its settings
     * @throws StoreSetupException with a sentence that says what to do
     */
    public static RedisStore open(ServerSettings settings, boolean vouched) {
        RedisServer server = RedisServer.start(settings);
        try {
            return open(server, vouched);
        } catch (JedisException e) {
            server.close();
            throw new StoreSetupException(
                    "Expected Redis at %s to answer, but it does not. Check secondlook.redis.url, its passwords and names, and that the server runs."
                            .formatted(server.address()),
                    e);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static RedisStore open(RedisServer server, boolean vouched) {
        RedisLink link = server.address().link();
        try {
            link.ofEachPrimary(Jedis::ping);
            int replicas = new DurableSettings(link).require(vouched);
            return new RedisStore(server, link, replicas);
        } catch (RuntimeException e) {
            link.close();
            throw e;
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

    /** Copies of all that cannot be worked out from the rest. */
    public Backups backups(KeyFile keys) {
        return new Backups(redis, link, keys);
    }

    /** The case clock of a playground. */
    public CaseClock clock(Clock system) {
        return new CaseClock(redis, system);
    }

    /** How fast messages may be sent, for all instances together. */
    public Pacing pacing() {
        return new RedisPacing(redis);
    }

    /** What is kept unsealed beside the cases. */
    public PlainRecords records() {
        return new PlainRecords(redis);
    }

    /** How far the clock of this machine and those of the servers are apart. */
    public ClockSkew clockSkew(Clock wire) {
        return new ClockSkew(link, wire);
    }

    /** Whether each server that takes writes answers at the moment. */
    public boolean answers() {
        try {
            return link.ofEachPrimary(Jedis::ping).values().stream().allMatch("PONG"::equals);
        } catch (JedisException e) {
            return false;
        }
    }

    /** Ends the connections, and the server if it was started here. */
    @Override
    public void close() {
        link.close();
        server.close();
    }
}
