package org.secondlook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.CaseStoreContract;
import org.secondlook.core.turn.Commit;
import org.secondlook.core.turn.Writing;
import org.secondlook.store.server.TestCluster;

/** A cluster refuses a step whose keys do not belong together, so every key must carry its partnership's tag. */
class RedisCaseStoreOnClusterTest extends CaseStoreContract {

    @TempDir
    private static Path folder;

    private static TestCluster cluster;
    private static CaseStore store;

    @BeforeAll
    static void start() throws IOException {
        cluster = TestCluster.start(folder);
        store = new RedisCaseStore(cluster.redis(), KeyFile.openOrCreate(folder.resolve("keys.json")));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Override
    protected CaseStore store() {
        return store;
    }

    /** What is done at a terminal sweeps through the keys of one partnership. */
    @Test
    void rotatesVerifiesRebuildsAndErases() {
        PartnershipId here = new PartnershipId("p-" + UUID.randomUUID());
        CaseId theCase = new CaseId("case-1");
        KeyFile keys = KeyFile.openOrCreate(folder.resolve("keys.json"));
        assertThat(store.commit(
                        here,
                        Writing.turn("t-1")
                                .to(theCase, 0)
                                .listedFor(new PostId("team-manager"))
                                .commit()))
                .isEqualTo(Committed.STORED);
        assertThat(store.commit(here, Writing.turn("t-2").commit())).isEqualTo(Committed.STORED);

        keys.addKey();
        assertThat(new KeyRotation(cluster.redis(), keys).renew(here)).isEqualTo(2);
        Histories histories = new Histories(cluster.redis(), keys);
        assertThat(histories.faults(here)).isEmpty();
        assertThat(histories.store(here, LocalDate.of(2026, 12, 1))).isPresent();
        Indexes indexes = new Indexes(here, cluster.redis());
        assertThat(indexes.put(new Commit.CaseWrite(
                        theCase, 1, List.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty())))
                .isTrue();
        indexes.removeStrays();
        assertThat(new Erasure(here, cluster.redis(), keys).erase(theCase, 1, Instant.EPOCH))
                .isTrue();
        assertThat(store.history(here, theCase).version()).isZero();
        assertThat(histories.faults(here)).isEmpty();
    }
}
