package org.secondlook.store.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.secondlook.store.KeyFile;
import redis.clients.jedis.UnifiedJedis;

/** A real server for tests, in a folder of its own; one is shared by all tests that do not harm it. */
public final class TestServer implements AutoCloseable {

    private final Path folder;
    private final RedisServer server;
    private final UnifiedJedis redis;

    private TestServer(Path folder) {
        this.folder = folder;
        this.server = RedisServer.start(settings(folder));
        this.redis = server.address().connect();
    }

    private static final class Shared {
        static final TestServer SERVER = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
        }
    }

    public static TestServer shared() {
        return Shared.SERVER;
    }

    public static TestServer start() {
        try {
            return new TestServer(Files.createTempDirectory("second-look"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How tests start a server: bundled, so that they do the same on every machine. */
    public static ServerSettings settings(Path folder) {
        return new ServerSettings(Optional.empty(), ServerSettings.Source.BUNDLED, folder);
    }

    public RedisAddress address() {
        return server.address();
    }

    public UnifiedJedis redis() {
        return redis;
    }

    /** Ends the server as kill -9 does, and waits until it is started again. */
    public void kill() {
        ProcessHandle process = ProcessHandle.of(server.pid().orElseThrow()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        Waiting.until(Duration.ofSeconds(10), () -> server.pid().orElseThrow() != process.pid());
    }

    public KeyFile keyFile() {
        return KeyFile.openOrCreate(folder.resolve("keys.json"));
    }

    @Override
    public void close() {
        redis.close();
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
