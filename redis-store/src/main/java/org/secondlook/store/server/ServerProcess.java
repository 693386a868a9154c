package org.secondlook.store.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.secondlook.store.StoreSetupException;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** A Redis server that runs on this machine for this application, started by it or by one that was killed. */
final class ServerProcess {

    /** Long enough to read a large log from the disk. */
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);
    private static final Duration STOPS_WITHIN = Duration.ofMillis(500);
    private static final int STOPS_ASKED = 40;
    private static final Pattern PID = Pattern.compile("process_id:(\\d+)");
    private static final int LINES_OF_LOG = 5;

    private final ProcessHandle process;
    private final ServerFolder folder;
    private final RedisAddress address;

    private ServerProcess(ProcessHandle process, ServerFolder folder, RedisAddress address) {
        this.process = process;
        this.folder = folder;
        this.address = address;
    }

    /** Starts a server; it may not answer yet. */
    static ServerProcess start(Path program, ServerFolder folder, RedisAddress address) throws IOException {
        Process process = new ProcessBuilder(program.toString(), "-")
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .start();
        // Not as arguments: everybody on the machine can read those, and the password is among them.
        try (OutputStream in = process.getOutputStream()) {
            in.write(configuration(folder, address).getBytes(UTF_8));
        }
        return new ServerProcess(process.toHandle(), folder, address);
    }

    private static String configuration(ServerFolder folder, RedisAddress address) {
        return String.join(
                "\n",
                "bind 127.0.0.1",
                "port " + address.uri().getPort(),
                "requirepass " + address.password(),
                "dir " + quoted(folder.path()),
                "logfile " + quoted(folder.log()),
                "pidfile " + quoted(folder.pidFile()),
                "daemonize no",
                "save \"\"",
                "appendonly yes",
                "appendfsync always",
                "maxmemory-policy noeviction",
                "");
    }

    private static String quoted(Path path) {
        return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The server that a killed application left running in a folder, if there is one; it holds the data. */
    static Optional<ServerProcess> leftBehind(ServerFolder folder) throws IOException {
        Optional<RedisAddress> address = folder.address();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        Optional<ProcessHandle> written = processOf(folder);
        Waiting.until(
                ANSWERS_WITHIN,
                () -> answering(folder, address.get()).isPresent()
                        || written.filter(ProcessHandle::isAlive).isEmpty());
        Optional<ProcessHandle> answering = answering(folder, address.get());
        if (answering.isEmpty() && written.filter(ProcessHandle::isAlive).isPresent()) {
            throw new StoreSetupException(
                    "Expected the Redis server of an earlier run (process %d) in %s to answer or to end, but it does neither. End it, and start again."
                            .formatted(written.get().pid(), folder.path()));
        }
        return answering.map(process -> new ServerProcess(process, folder, address.get()));
    }

    /** The process in the folder's pid file, unless its number belongs to something else by now. */
    private static Optional<ProcessHandle> processOf(ServerFolder folder) throws IOException {
        if (!Files.exists(folder.pidFile())) {
            return Optional.empty();
        }
        Instant written = Files.getLastModifiedTime(folder.pidFile()).toInstant();
        return ProcessHandle.of(
                        Long.parseLong(Files.readString(folder.pidFile()).strip()))
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> start.isBefore(written.plusSeconds(1)))
                        .orElse(true))
                .filter(process -> process.info()
                        .command()
                        .map(command -> command.contains("redis") || command.contains("valkey"))
                        .orElse(true));
    }

    /** The process that answers under an address, to its password and from that folder. */
    private static Optional<ProcessHandle> answering(ServerFolder folder, RedisAddress address) {
        try (UnifiedJedis redis = address.connect()) {
            String directory = redis.configGet("dir").get("dir");
            Matcher pid = PID.matcher(redis.info("server"));
            boolean ours = Files.isSameFile(Path.of(directory), folder.path());
            return ours && pid.find() ? ProcessHandle.of(Long.parseLong(pid.group(1))) : Optional.empty();
        } catch (JedisException | IOException e) {
            return Optional.empty();
        }
    }

    RedisAddress address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    /** Waits until the server has read its data and answers. */
    ServerProcess awaitReady() {
        Waiting.until(STARTS_WITHIN, () -> isReady() || !process.isAlive());
        if (!isReady()) {
            throw new StoreSetupException("Expected the Redis server in %s to start, but it did not. It says: %s"
                    .formatted(folder.path(), lastWords()));
        }
        return this;
    }

    private boolean isReady() {
        try (UnifiedJedis redis = address.connect()) {
            return redis.ping().equals("PONG");
        } catch (JedisException e) {
            return false;
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(folder.log());
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size()));
        } catch (IOException e) {
            return "nothing";
        }
    }

    /** Waits until the server has ended. */
    void awaitEnd() {
        process.onExit().join();
    }

    /**
     * Ends the server as SHUTDOWN does, and waits for it. Every write that it answered is on the disk already. A server
     * that just begins a new log refuses to end, so it is asked more than once.
     */
    void stop() {
        for (int i = 0; i < STOPS_ASKED && process.isAlive(); i++) {
            process.destroy();
            Waiting.until(STOPS_WITHIN, () -> !process.isAlive());
        }
        if (process.isAlive()) {
            process.destroyForcibly();
            Waiting.until(STOPS_WITHIN, () -> !process.isAlive());
        }
    }
}
