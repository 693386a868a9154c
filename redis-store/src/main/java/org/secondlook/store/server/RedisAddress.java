package org.secondlook.store.server;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.secondlook.store.StoreSetupException;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.ClusterConnectionProvider;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.providers.SentineledConnectionProvider;
import redis.clients.jedis.util.Delay;

/**
 * Where Redis is and how to sign in to it: {@code redis://user:password@host:port/database} for one server,
 * {@code redis+sentinel://user:password@sentinel:port,sentinel:port/name/database} for the primary that Sentinels name, and
 * {@code redis+cluster://user:password@node:port,node:port} for a cluster; with {@code rediss} instead of {@code redis}
 * over TLS.
 */
public record RedisAddress(URI uri) {

    private static final int CONNECTIONS = 32;
    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 2_000;
    private static final Duration FREE_CONNECTION = Duration.ofMillis(ANSWER_MILLIS);

    /** Asked again by the store, which knows for how long; here only as often as it takes to follow a slot. */
    private static final int CLUSTER_ATTEMPTS = 3;

    private static final Duration TOPOLOGY_AGE = Duration.ofSeconds(1);
    private static final Duration SENTINEL_AGAIN = Duration.ofMillis(500);

    /** @throws StoreSetupException with a sentence, if the URI is not one of the three */
    public RedisAddress {
        RedisUrl.parse(uri);
    }

    static RedisAddress local(int port, String password) {
        return new RedisAddress(URI.create("redis://:%s@127.0.0.1:%d".formatted(password, port)));
    }

    String password() {
        return RedisUrl.parse(uri).user().password().orElse("");
    }

    /** A pool of connections to this server, or to each node. */
    public UnifiedJedis connect() {
        return link().client();
    }

    /** The same, with what the client does not let out. */
    public RedisLink link() {
        RedisUrl url = RedisUrl.parse(uri);
        JedisClientConfig config =
                config(url, url.user()).database(url.database()).build();
        return switch (url.kind()) {
            case SINGLE -> single(url, config);
            case SENTINEL -> sentinel(url, config);
            case CLUSTER -> cluster(url, config);
        };
    }

    private static RedisLink single(RedisUrl url, JedisClientConfig config) {
        PooledConnectionProvider provider =
                new PooledConnectionProvider(url.hosts().get(0), config, pool());
        return new RedisLink(
                RedisClient.builder()
                        .connectionProvider(provider)
                        .clientConfig(config)
                        .build(),
                provider);
    }

    private static RedisLink sentinel(RedisUrl url, JedisClientConfig config) {
        SentineledConnectionProvider provider = new SentineledConnectionProvider(
                url.primary(),
                config,
                pool(),
                hosts(url),
                config(url, url.atSentinels()).build(),
                Delay.constant(SENTINEL_AGAIN));
        return new RedisLink(
                RedisSentinelClient.builder()
                        .masterName(url.primary())
                        .sentinels(hosts(url))
                        .connectionProvider(provider)
                        .clientConfig(config)
                        .build(),
                provider);
    }

    private static RedisLink cluster(RedisUrl url, JedisClientConfig config) {
        ClusterConnectionProvider provider = new ClusterConnectionProvider(hosts(url), config, pool(), TOPOLOGY_AGE);
        return new RedisLink(
                RedisClusterClient.builder()
                        .nodes(hosts(url))
                        .connectionProvider(provider)
                        .clientConfig(config)
                        .maxAttempts(CLUSTER_ATTEMPTS)
                        .maxTotalRetriesDuration(Duration.ofMillis(ANSWER_MILLIS))
                        .build(),
                provider);
    }

    private static DefaultJedisClientConfig.Builder config(RedisUrl url, RedisUrl.Credentials user) {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .user(user.name().orElse(null))
                .password(user.password().orElse(null))
                .connectionTimeoutMillis(CONNECT_MILLIS)
                .socketTimeoutMillis(ANSWER_MILLIS);
        if (url.tls()) {
            config.sslOptions(SslOptions.defaults());
        }
        return config;
    }

    private static ConnectionPoolConfig pool() {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        pool.setMaxWait(FREE_CONNECTION);
        return pool;
    }

    private static Set<HostAndPort> hosts(RedisUrl url) {
        return new LinkedHashSet<>(url.hosts());
    }

    /** Never the password: this may end in a log. */
    @Override
    public String toString() {
        return RedisUrl.parse(uri).toString();
    }
}
