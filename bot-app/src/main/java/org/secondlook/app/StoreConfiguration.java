package org.secondlook.app;

import java.time.Clock;
import org.secondlook.core.outbox.Pacing;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.store.KeyFile;
import org.secondlook.store.RedisStore;
import org.secondlook.store.server.ServerSettings;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Where everything is kept. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    RedisStore redisStore(SecondLookProperties properties) {
        SecondLookProperties.Redis redis = properties.redis();
        return RedisStore.open(
                new ServerSettings(redis.configured(), redis.server(), properties.dataDir()), redis.durable());
    }

    @Bean
    @Profile("!playground")
    KeyFile keyFile(SecondLookProperties properties) {
        return KeyFile.open(properties.keys());
    }

    @Bean
    @Profile("!playground")
    Clocks clocks() {
        return new Clocks(Clock.systemUTC(), Clock.systemUTC());
    }

    @Bean
    CaseStore caseStore(RedisStore store, KeyFile keys) {
        return store.cases(keys);
    }

    @Bean
    Pacing pacing(RedisStore store) {
        return store.pacing();
    }

    @Bean
    HealthIndicator storeHealthIndicator(RedisStore store) {
        return () -> (store.answers() ? Health.up() : Health.down()).build();
    }
}
