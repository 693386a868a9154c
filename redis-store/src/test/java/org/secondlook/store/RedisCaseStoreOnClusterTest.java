package org.secondlook.store;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.CaseStoreContract;
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
}
