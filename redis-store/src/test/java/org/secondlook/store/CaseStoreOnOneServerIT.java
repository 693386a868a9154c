package org.secondlook.store;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.CaseStoreContract;
import org.secondlook.store.server.ServerSettings;
import org.secondlook.store.server.TestServer;

/** The whole store on one server, opened as the application opens it. */
class CaseStoreOnOneServerIT extends CaseStoreContract {

    @TempDir
    private static Path folder;

    private static TestServer server;
    private static RedisStore store;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        store = RedisStore.open(
                new ServerSettings(Optional.of(server.address().uri()), ServerSettings.Source.AUTO, folder), false);
    }

    @AfterAll
    static void stop() {
        store.close();
        server.close();
    }

    @Override
    protected CaseStore store() {
        return store.cases(server.keyFile());
    }
}
