package org.secondlook.store;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.secondlook.store.server.RedisLink;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Runs scripts that write, and gives their answer only when so many replicas have what was written as the server itself
 * demands of them. A replica that takes over may otherwise not have what somebody was told is stored.
 */
final class ReplicatedWrites {

    private static final Duration HAVE_IT_WITHIN = Duration.ofMillis(500);

    private final RedisLink link;
    private final int replicas;

    /** @param replicas how many; not more than {@code min-replicas-to-write} of the server */
    ReplicatedWrites(RedisLink link, int replicas) {
        this.link = link;
        this.replicas = replicas;
    }

    Object run(Script script, List<String> keys, List<byte[]> arguments) {
        // A server waits for what came over the same connection only.
        return link.onOneConnection(
                keys.get(0),
                connection -> script.run(
                        (digest, names, values) -> run(connection, p -> p.evalsha(digest, names, values)),
                        (source, names, values) -> run(connection, p -> p.eval(source, names, values)),
                        keys,
                        arguments));
    }

    private Object run(Connection connection, Function<Pipeline, Response<Object>> script) {
        try (Pipeline pipeline = new Pipeline(connection)) {
            Response<Object> answer = script.apply(pipeline);
            Response<Long> have = pipeline.waitReplicas("", replicas, HAVE_IT_WITHIN.toMillis());
            pipeline.sync();
            Object answered = answer.get();
            if (have.get() < replicas) {
                throw new TooFewReplicasException(replicas, have.get());
            }
            return answered;
        }
    }

    /** It is written, and may be lost yet. */
    private static final class TooFewReplicasException extends JedisException {

        TooFewReplicasException(int expected, long found) {
            super("Expected %d replicas to have what was written within %s, but %d have it"
                    .formatted(expected, HAVE_IT_WITHIN, found));
        }
    }
}
