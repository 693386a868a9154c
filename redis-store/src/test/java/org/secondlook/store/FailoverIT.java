package org.secondlook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.store.server.ServerSettings;
import org.secondlook.store.server.TestCluster;
import org.secondlook.store.server.TestSentinels;

/** A primary is killed under load, and a replica takes its place: no promise is broken, and work goes on by itself. */
class FailoverIT {

    private static final int TURNS = 500;
    private static final Duration FAILED_AFTER = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private RedisStore open(URI url) {
        return RedisStore.open(new ServerSettings(Optional.of(url), ServerSettings.Source.AUTO, folder), false);
    }

    private CaseStore cases(RedisStore store) {
        return store.cases(KeyFile.openOrCreate(folder.resolve("keys.json")));
    }

    @Test
    void behindSentinelsBreaksNoPromise() throws Exception {
        try (TestSentinels sentinels = TestSentinels.start(folder, 2, FAILED_AFTER);
                RedisStore store = open(sentinels.url());
                WorkUnderLoad work = new WorkUnderLoad(cases(store), new PartnershipId("northshire"))) {
            work.awaitTurns(TURNS);
            sentinels.killPrimary();
            work.awaitTurns(TURNS);
            work.finish();

            report("Sentinel", work);
            assertThat(store.answers()).isTrue();
        }
    }

    @Test
    void onAClusterBreaksNoPromiseAndConcernsNobodyElse() throws Exception {
        try (TestCluster cluster = TestCluster.start(folder, 3, 1, FAILED_AFTER);
                RedisStore store = open(cluster.url());
                WorkUnderLoad work = new WorkUnderLoad(cases(store), on(cluster, 1));
                WorkUnderLoad elsewhere = new WorkUnderLoad(cases(store), on(cluster, 2))) {
            work.awaitTurns(TURNS);
            cluster.kill(1);
            cluster.awaitFailover(1);
            // Until then the new master has no replica, and takes nothing that could get lost.
            cluster.startAgain(1);
            work.awaitTurns(TURNS);
            work.finish();
            elsewhere.finish();

            report("Cluster", work);
            report("Cluster, other master", elsewhere);
            assertThat(store.answers()).isTrue();
        }
    }

    /** A partnership whose keys one of the masters has. */
    private static PartnershipId on(TestCluster cluster, int master) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "p-" + i)
                .filter(name -> cluster.masterOf("{" + name + "}:") == master)
                .map(PartnershipId::new)
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("SystemOut") // docs/reliability.md has its figures from here
    private static void report(String where, WorkUnderLoad work) {
        System.out.printf(
                "Failover on %s: %d turns acknowledged, none lost, none doubled; longest pause %.1f s%n",
                where, work.turns(), work.outage().toMillis() / 1_000.0);
    }
}
