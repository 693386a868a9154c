package org.secondlook.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.secondlook.store.server.RedisServer;
import org.secondlook.store.server.ServerSettings;

/** Empty folders for data, and the servers in them. */
final class Folders {

    private static final Path ROOT = Path.of(System.getProperty("bench.folder", "target/bench"));

    private Folders() {}

    /** An empty folder of that name; what an earlier run left there is gone. */
    static Path empty(String name) {
        Path folder = ROOT.resolve(name).toAbsolutePath();
        delete(folder);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder and all that is in it. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A Redis as the application starts one: it answers once a write is on the disk. */
    static RedisServer redis(Path folder) {
        RedisServer server = RedisServer.start(
                new ServerSettings(Optional.empty(), ServerSettings.Source.AUTO, folder.resolve("redis")));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    /** The settings of a store on a server that runs. */
    static ServerSettings of(RedisServer server) {
        return new ServerSettings(
                Optional.of(server.address().uri()), ServerSettings.Source.AUTO, ROOT.toAbsolutePath());
    }
}
