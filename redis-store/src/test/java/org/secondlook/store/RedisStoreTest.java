package org.secondlook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.store.server.ServerSettings;
import org.secondlook.store.server.TestServer;

class RedisStoreTest {

    @TempDir
    private Path folder;

    @Test
    void startsAServerOfItsOwnAndEndsIt() {
        RedisStore store = RedisStore.open(TestServer.settings(folder), false);
        assertThat(store.answers()).isTrue();

        store.close();

        assertThat(store.answers()).isFalse();
    }

    @Test
    void refusesAServerThatDoesNotAnswer() throws IOException {
        int nobody = freePort();

        assertThatThrownBy(() -> RedisStore.open(at("redis://127.0.0.1:" + nobody), false))
                .isInstanceOf(StoreSetupException.class)
                .hasMessageContaining("127.0.0.1:" + nobody)
                .hasMessageContaining("secondlook.redis.url");
    }

    @Test
    void refusesAWrongPasswordWithoutRepeatingIt() {
        int port = TestServer.shared().address().uri().getPort();

        assertThatThrownBy(() -> RedisStore.open(at("redis://:mistyped@127.0.0.1:" + port), false))
                .isInstanceOf(StoreSetupException.class)
                .hasMessageContaining("its password")
                .hasMessageNotContaining("mistyped");
    }

    private ServerSettings at(String url) {
        return new ServerSettings(Optional.of(URI.create(url)), ServerSettings.Source.AUTO, folder);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
