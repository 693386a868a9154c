package org.secondlook.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A Redis in a process of its own, on a disk that can lose power. */
final class Redis implements AutoCloseable {

    private static final String PASSWORD = "fault-tests";

    private final int port = FreePort.find();
    private final Disk disk;
    private final Server server;

    /**
     * Starts it in a folder that is not there yet.
     *
     * @param appendfsync {@code always}, or {@code everysec} for a server that may lose what it answered
     * @param more lines of its configuration
     */
    Redis(Path folder, Path libraries, WallClock clock, String appendfsync, String more) {
        try {
            Files.createDirectories(folder);
            this.disk = new Disk(folder);
            Path settings = Files.writeString(folder.resolve("redis.conf"), """
                    bind 127.0.0.1
                    port %d
                    requirepass %s
                    dir %s
                    save ""
                    appendonly yes
                    appendfsync %s
                    maxmemory-policy noeviction
                    auto-aof-rewrite-percentage 0
                    %s
                    """.formatted(
                            port, PASSWORD, folder.toAbsolutePath(), appendfsync, more));
            this.server = new Server(
                    "redis-" + appendfsync,
                    folder,
                    List.of("redis-server", settings.toAbsolutePath().toString()),
                    Map.of(
                            "LD_PRELOAD",
                            libraries.resolve("clock.so") + ":" + libraries.resolve("disk.so"),
                            "CLOCK_FILE",
                            clock.file().toString(),
                            "DISK_FILE",
                            disk.record().toAbsolutePath().toString()),
                    this::answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("redis://:%s@127.0.0.1:%d".formatted(PASSWORD, port));
    }

    void kill() {
        server.kill();
    }

    void restart() {
        server.restart();
    }

    /** Kills it, and takes from its log what had not reached the disk. Returns how many bytes that were. */
    long losePower() {
        server.kill();
        return disk.loseWhatWasNotSynced();
    }

    @Override
    public void close() {
        server.close();
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream()
                    .write("AUTH %s\r\nPING\r\n".formatted(PASSWORD).getBytes(StandardCharsets.US_ASCII));
            String answer = "";
            byte[] buffer = new byte[256];
            for (int n = socket.getInputStream().read(buffer);
                    n > 0;
                    n = socket.getInputStream().read(buffer)) {
                answer += new String(buffer, 0, n, StandardCharsets.US_ASCII);
                if (answer.contains("PONG")) {
                    return true;
                }
                if (answer.contains("-")) {
                    return false;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
