package org.secondlook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.CaseStoreContract;
import org.secondlook.core.turn.Writing;
import org.secondlook.store.server.ServerSettings;
import org.secondlook.store.server.TestCluster;

/** The whole store on a cluster of three nodes, which refuses a step whose keys do not belong together. */
class CaseStoreOnClusterIT extends CaseStoreContract {

    private static final Duration NO_FAILOVER = Duration.ofMinutes(1);

    @TempDir
    private static Path folder;

    private static TestCluster cluster;
    private static RedisStore store;

    @BeforeAll
    static void start() throws IOException {
        cluster = TestCluster.start(folder, 3, 0, NO_FAILOVER);
        store = open(cluster.url());
    }

    @AfterAll
    static void stop() {
        if (store != null) {
            store.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    @Override
    protected CaseStore store() {
        return store.cases(KeyFile.openOrCreate(folder.resolve("keys.json")));
    }

    @Test
    void isBackedUpAndRestoredAsAWhole() {
        KeyFile keys = KeyFile.openOrCreate(folder.resolve("keys.json"));
        Backups backups = store.backups(keys);
        PartnershipId elsewhere = new PartnershipId("elsewhere");
        assertThat(store().commit(here, Writing.turn("t-1").to(CASE, 0).commit()))
                .isEqualTo(Committed.STORED);
        assertThat(store().commit(elsewhere, Writing.turn("t-1").to(OTHER, 0).commit()))
                .isEqualTo(Committed.STORED);
        store.records().replace("teams:chat", Map.of("user", "29:a"));
        Path file = folder.resolve("backup");
        assertThat(backups.write(file, List.of(here, elsewhere), TEN)).isEqualTo(2);
        assertThat(backups.isNothingKept()).isFalse();

        cluster.flush();
        assertThat(backups.isNothingKept()).isTrue();
        backups.restore(backups.read(file));

        assertThat(version(CASE)).isEqualTo(1);
        assertThat(store().history(elsewhere, OTHER).version()).isEqualTo(1);
        assertThat(store.records().find("teams:chat")).isEqualTo(Map.of("user", "29:a"));
    }

    @Test
    void alsoHasWhatBelongsToNoPartnership() {
        assertThat(store.answers()).isTrue();
        assertThat(store.records().replace("chat", Map.of("user", "29:a"))).isEmpty();
        assertThat(store.records().find("chat")).isEqualTo(Map.of("user", "29:a"));
        assertThat(store.clockSkew(Clock.systemUTC()).skew()).isCloseTo(Duration.ZERO, Duration.ofSeconds(2));
    }

    @Test
    void isRefusedWhereOneOfTheNodesMayLoseWhatItAnswered() {
        cluster.set(1, "appendfsync", "everysec");
        try {
            assertThatThrownBy(() -> open(cluster.url()))
                    .isInstanceOf(StoreSetupException.class)
                    .satisfies(refusal -> assertThat(String.valueOf(refusal.getMessage())
                                    .lines()
                                    .filter(line -> line.contains("redis-cli")))
                            .containsExactly("  redis-cli -h 127.0.0.1 -p %d CONFIG SET appendfsync always"
                                    .formatted(cluster.port(1))));
        } finally {
            cluster.set(1, "appendfsync", "always");
        }
        open(cluster.url()).close();
    }

    private static RedisStore open(URI url) {
        return RedisStore.open(new ServerSettings(Optional.of(url), ServerSettings.Source.AUTO, folder), false);
    }
}
