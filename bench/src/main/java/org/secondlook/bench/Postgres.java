package org.secondlook.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL 15 as Debian ships it, in a folder of its own, with more memory than it has by default. */
final class Postgres implements AutoCloseable {

    private static final Path PROGRAMS = Path.of(System.getProperty("bench.postgres", "/usr/lib/postgresql/15/bin"));
    private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));

    private final Path folder;
    private final int port;
    private final Thread atTheEnd = new Thread(this::stop);

    private Postgres(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts a server with an empty database. */
    static Postgres start() {
        try {
            // Not below the project: its owner is another user where this runs as root.
            Path folder = Files.createTempDirectory("second-look-bench");
            if (IS_ROOT) {
                run(List.of("chown", "postgres", folder.toString()));
            }
            Postgres postgres = new Postgres(folder, freePort());
            Runtime.getRuntime().addShutdownHook(postgres.atTheEnd);
            postgres.run("initdb", "-D", postgres.data(), "-U", "bench", "-A", "trust");
            postgres.run(
                    "pg_ctl",
                    "-D",
                    postgres.data(),
                    "-l",
                    folder.resolve("log").toString(),
                    "-w",
                    "-o",
                    "-p %d -k %s -c listen_addresses=127.0.0.1 -c shared_buffers=1GB -c max_wal_size=8GB -c synchronous_commit=on -c fsync=on"
                            .formatted(postgres.port, folder),
                    "start");
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pool of connections to it. */
    HikariDataSource connect(int connections) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        source.setUsername("bench");
        source.setMaximumPoolSize(connections);
        return source;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (IS_ROOT) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(PROGRAMS.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("Expected %s to succeed".formatted(command));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
        stop();
    }

    private void stop() {
        run("pg_ctl", "-D", data(), "-m", "fast", "-w", "stop");
        run(List.of("rm", "-r", folder.toString()));
    }
}
