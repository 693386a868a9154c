package org.secondlook.store;

import org.junit.jupiter.api.AfterEach;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.CaseStoreContract;
import org.secondlook.store.server.TestServer;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

/** The older protocol, as a proxy or an old server may speak it. */
class RedisCaseStoreOnResp2Test extends CaseStoreContract {

    private final TestServer server = TestServer.shared();
    private final UnifiedJedis redis = RedisClient.builder()
            .hostAndPort(JedisURIHelper.getHostAndPort(server.address().uri()))
            .clientConfig(DefaultJedisClientConfig.builder()
                    .resp2()
                    .password(JedisURIHelper.getPassword(server.address().uri()))
                    .build())
            .build();
    private final CaseStore store = new RedisCaseStore(redis, server.keyFile());

    @AfterEach
    void close() {
        redis.close();
    }

    @Override
    protected CaseStore store() {
        return store;
    }
}
