package org.secondlook.store.server;

import java.net.URI;
import org.secondlook.store.StoreSetupException;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

/** Where a Redis server listens and how to sign in to it, written {@code redis://user:password@host:port/database}. */
public record RedisAddress(URI uri) {

    private static final int CONNECTIONS = 32;
    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 2_000;

    public RedisAddress {
        if (!JedisURIHelper.isValid(uri)) {
            throw new StoreSetupException(
                    "Expected redis://user:password@host:port/database or the same with rediss:// (secondlook.redis.url), but found something else");
        }
    }

    static RedisAddress local(int port, String password) {
        return new RedisAddress(URI.create("redis://:%s@127.0.0.1:%d".formatted(password, port)));
    }

    String password() {
        return JedisURIHelper.getPassword(uri);
    }

    /** A pool of connections to this server. */
    public UnifiedJedis connect() {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .user(JedisURIHelper.getUser(uri))
                .password(JedisURIHelper.getPassword(uri))
                .database(JedisURIHelper.getDBIndex(uri))
                .connectionTimeoutMillis(CONNECT_MILLIS)
                .socketTimeoutMillis(ANSWER_MILLIS);
        if (JedisURIHelper.isRedisSSLScheme(uri)) {
            config.sslOptions(SslOptions.defaults());
        }
        return RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(uri))
                .clientConfig(config.build())
                .poolConfig(pool)
                .build();
    }

    /** Never the password: this may end in a log. */
    @Override
    public String toString() {
        return uri.getHost() + ":" + uri.getPort();
    }
}
