package org.secondlook.store.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.secondlook.store.StoreSetupException;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.UnifiedJedis;

class DurableSettingsTest {

    private final TestServer server = TestServer.start();
    private final UnifiedJedis redis = server.redis();
    private final RedisLink link = server.address().link();

    @AfterEach
    void stop() {
        link.close();
        server.close();
    }

    @Test
    void areMendedByTheCommandsThatTheRefusalNames() {
        redis.configSet("appendonly", "no");
        redis.configSet("appendfsync", "everysec");
        redis.configSet("maxmemory-policy", "allkeys-lru");

        String cli = "redis-cli -h 127.0.0.1 -p %d CONFIG SET "
                .formatted(server.address().uri().getPort());

        assertThatThrownBy(() -> new DurableSettings(link).require(true))
                .isInstanceOf(StoreSetupException.class)
                .satisfies(refusal -> {
                    String message = String.valueOf(refusal.getMessage());
                    assertThat(message)
                            .contains(
                                    cli + "appendonly yes",
                                    cli + "appendfsync always",
                                    cli + "maxmemory-policy noeviction");
                    Pattern.compile("CONFIG SET (\\S+) (\\S+)")
                            .matcher(message)
                            .results()
                            .forEach(this::run);
                });
        assertThatCode(() -> new DurableSettings(link).require(false)).doesNotThrowAnyException();
    }

    private void run(MatchResult command) {
        redis.configSet(command.group(1), command.group(2));
    }

    @Test
    void areTakenOnTrustOnlyWhereSomebodyVouchesForThem() {
        redis.executeCommand(new CommandArguments(Protocol.Command.ACL)
                .addObjects("SETUSER", "tenant", "on", ">secret", "~*", "+@all", "-config"));
        int port = server.address().uri().getPort();

        try (RedisLink tenant = new RedisAddress(URI.create("redis://tenant:secret@127.0.0.1:" + port)).link()) {
            assertThatThrownBy(() -> new DurableSettings(tenant).require(false))
                    .isInstanceOf(StoreSetupException.class)
                    .hasMessageContaining("secondlook.redis.durable=true");
            assertThatCode(() -> new DurableSettings(tenant).require(true)).doesNotThrowAnyException();
        }
    }

    @Test
    void tellHowManyReplicasAWriteNeeds() {
        assertThat(new DurableSettings(link).require(false)).isZero();

        redis.configSet("min-replicas-to-write", "2");
        redis.configSet("min-replicas-max-lag", "10");
        assertThat(new DurableSettings(link).require(false)).isEqualTo(2);

        redis.configSet("min-replicas-max-lag", "0");
        assertThat(new DurableSettings(link).require(false)).isZero();
    }
}
