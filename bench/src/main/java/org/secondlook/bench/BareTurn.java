package org.secondlook.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.secondlook.store.server.RedisAddress;
import redis.clients.jedis.UnifiedJedis;

/** What the bare servers do of a turn: one record is read, and one script writes as much as a turn does. */
final class BareTurn {

    /** Where the record of a person is kept. */
    static final String RECORD = "{bare}:record:";

    private static final byte[] COMMIT = """
            if redis.call('EXISTS', KEYS[1]) == 1 then return 'REPEATED' end
            redis.call('HSET', KEYS[2], 'draft', ARGV[1])
            redis.call('PSETEX', KEYS[1], ARGV[3], ARGV[2])
            return 'STORED'
            """.getBytes(StandardCharsets.UTF_8);
    private static final byte[] KEPT = "2592000000".getBytes(StandardCharsets.UTF_8);

    private final UnifiedJedis redis;
    private final byte[] record;
    private final byte[] turn;
    private final byte[] commit;

    /**
     * @param record bytes of a record
     * @param turn bytes of what a turn led to
     */
    BareTurn(URI redis, int record, int turn) {
        this.redis = new RedisAddress(redis).connect();
        this.record = bytes(record);
        this.turn = bytes(turn);
        this.commit = this.redis.scriptLoad(COMMIT, new byte[0]);
    }

    /** Bytes that look like what is sealed. */
    static byte[] bytes(int many) {
        byte[] bytes = new byte[many];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    void take(String user, String trigger) {
        byte[] person = key(RECORD + user);
        if (redis.hget(person, key("draft")) == null) {
            throw new IllegalStateException("Expected a record of the person");
        }
        redis.evalsha(commit, List.of(key("{bare}:turn:" + trigger), person), List.of(record, turn, KEPT));
    }

    private static byte[] key(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
