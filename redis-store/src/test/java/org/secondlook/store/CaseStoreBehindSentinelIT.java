package org.secondlook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.CaseStoreContract;
import org.secondlook.core.turn.Writing;
import org.secondlook.store.server.DurableSettings;
import org.secondlook.store.server.RedisAddress;
import org.secondlook.store.server.RedisLink;
import org.secondlook.store.server.ServerSettings;
import org.secondlook.store.server.TestSentinels;

/** The whole store on a primary with one replica, behind three Sentinels. */
class CaseStoreBehindSentinelIT extends CaseStoreContract {

    private static final Duration NO_FAILOVER = Duration.ofMinutes(1);

    @TempDir
    private static Path folder;

    private static TestSentinels sentinels;
    private static RedisStore store;

    @BeforeAll
    static void start() throws IOException {
        sentinels = TestSentinels.start(folder, 1, NO_FAILOVER);
        store = open(sentinels.url());
    }

    @AfterAll
    static void stop() {
        if (store != null) {
            store.close();
        }
        if (sentinels != null) {
            sentinels.close();
        }
    }

    @Override
    protected CaseStore store() {
        return store.cases(KeyFile.openOrCreate(folder.resolve("keys.json")));
    }

    @Test
    void alsoHasWhatBelongsToNoPartnership() {
        assertThat(store.answers()).isTrue();
        assertThat(store.records().replace("chat", Map.of("user", "29:a"))).isEmpty();
        assertThat(store.records().find("chat")).isEqualTo(Map.of("user", "29:a"));
        assertThat(store.clockSkew(Clock.systemUTC()).skew()).isCloseTo(Duration.ZERO, Duration.ofSeconds(2));
    }

    @Test
    void saysOfNothingThatItIsStoredUntilAReplicaHasIt() {
        given(Writing.turn("t-1").to(CASE, 0));
        sentinels.freezeReplica();
        try {
            assertThatThrownBy(() -> commit(Writing.turn("t-2").to(CASE, 1)))
                    .isInstanceOf(StoreUnavailableException.class);
        } finally {
            sentinels.thawReplica();
        }

        assertThat(commit(Writing.turn("t-2").to(CASE, 1))).isEqualTo(Committed.REPEATED);
        assertThat(version(CASE)).isEqualTo(2);
    }

    @Test
    void isRefusedWhereAPrimaryMayAnswerWhatNoReplicaHas() {
        sentinels.setOnPrimary("min-replicas-to-write", "0");
        try {
            assertThatThrownBy(() -> open(sentinels.url()))
                    .isInstanceOf(StoreSetupException.class)
                    .hasMessageContaining("CONFIG SET min-replicas-to-write 1")
                    .hasMessageNotContaining("min-replicas-max-lag")
                    .hasMessageContaining("its replicas");
        } finally {
            sentinels.setOnPrimary("min-replicas-to-write", "1");
        }
        open(sentinels.url()).close();
    }

    @Test
    void isReliedOnToDemandAReplicaWhereItDoesNotSay() {
        try (RedisLink tenant = new RedisAddress(sentinels.urlOfTenant()).link()) {
            assertThatThrownBy(() -> new DurableSettings(tenant).require(false))
                    .isInstanceOf(StoreSetupException.class)
                    .hasMessageContaining("min-replicas-to-write=1")
                    .hasMessageContaining("secondlook.redis.durable=true");
            assertThat(new DurableSettings(tenant).require(true)).isEqualTo(1);
        }
    }

    @Test
    void isRefusedWhereTheSentinelsKnowNoSuchPrimary() {
        URI url = URI.create(sentinels.url().toString().replace("second-look", "another"));

        assertThatThrownBy(() -> open(url))
                .isInstanceOf(StoreSetupException.class)
                .hasMessageContaining("another at 127.0.0.1:")
                .hasMessageContaining("secondlook.redis.url")
                .hasMessageNotContaining("password-of");
    }

    private static RedisStore open(URI url) {
        return RedisStore.open(new ServerSettings(Optional.of(url), ServerSettings.Source.AUTO, folder), false);
    }
}
