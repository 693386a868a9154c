package org.secondlook.store.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.ClusterConnectionProvider;
import redis.clients.jedis.providers.ConnectionProvider;
import redis.clients.jedis.providers.SentineledConnectionProvider;
import redis.clients.jedis.util.Pool;

/** The connections to one server, to the primary that Sentinels name, or to the nodes of a cluster. */
public final class RedisLink implements AutoCloseable {

    private final UnifiedJedis client;
    private final ConnectionProvider provider;

    RedisLink(UnifiedJedis client, ConnectionProvider provider) {
        this.client = client;
        this.provider = provider;
    }

    /** For everything that may go over any connection. */
    public UnifiedJedis client() {
        return client;
    }

    /** Asks several things over one connection to the server that has a key. */
    public <T> T onOneConnection(String key, Function<Connection, T> questions) {
        CommandArguments where = new CommandArguments(Protocol.Command.EXISTS).key(key);
        try (Connection connection = provider.getConnection(where)) {
            return questions.apply(connection);
        }
    }

    /** Asks each server that takes writes, and gives the answers by host and port. */
    public <T> Map<String, T> ofEachPrimary(Function<Jedis, T> question) {
        Map<String, T> answers = new LinkedHashMap<>();
        for (Pool<?> pool : primaries()) {
            Connection connection = (Connection) pool.getResource();
            try (Jedis server = new Jedis(connection)) {
                answers.put(connection.getHostAndPort().toString(), question.apply(server));
            }
        }
        return answers;
    }

    private List<? extends Pool<?>> primaries() {
        return provider.getPrimaryNodesConnectionMap().values().stream()
                .map(pool -> (Pool<?>) pool)
                .toList();
    }

    /** Whether Sentinels let another server take the place of this one when it fails. */
    boolean isBehindSentinel() {
        return provider instanceof SentineledConnectionProvider;
    }

    /** Looks again which node of a cluster has what; Sentinels tell by themselves when the primary is another. */
    public void renew() {
        if (provider instanceof ClusterConnectionProvider cluster) {
            cluster.renewSlotCache();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
