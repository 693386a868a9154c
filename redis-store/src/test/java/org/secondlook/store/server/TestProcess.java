package org.secondlook.store.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.secondlook.store.StoreSetupException;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** A server or a Sentinel in a process of its own, that others know by its port. */
final class TestProcess implements AutoCloseable {

    /** That somebody demands that these tests run, and with the server of the system. */
    private static final String DEMANDED = "SECOND_LOOK_REDIS";

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);

    /** The nodes of a cluster speak with each other at a port that is so much higher. */
    private static final int BUS = 10_000;

    private final List<String> command;
    private final Path folder;
    private final int port;
    private final String password;
    private Process process;

    private TestProcess(List<String> command, Path folder, int port, String password) throws IOException {
        this.command = command;
        this.folder = folder;
        this.port = port;
        this.password = password;
        this.process = run();
    }

    /** A server that loses nothing it has answered. */
    static TestProcess server(Path folder, int port, String password, String... settings) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "port " + port,
                "requirepass " + password,
                "masterauth " + password,
                "save \"\"",
                "appendonly yes",
                "appendfsync always",
                "maxmemory-policy noeviction",
                "repl-diskless-sync-delay 0"));
        lines.addAll(List.of(settings));
        return start(folder, port, password, lines, List.of());
    }

    static TestProcess sentinel(Path folder, int port, String password, String... settings) throws IOException {
        List<String> lines = new ArrayList<>(List.of("port " + port, "requirepass " + password));
        lines.addAll(List.of(settings));
        return start(folder, port, password, lines, List.of("--sentinel"));
    }

    private static TestProcess start(
            Path parent, int port, String password, List<String> settings, List<String> arguments) throws IOException {
        Path folder = Files.createDirectory(parent.resolve(String.valueOf(port)));
        List<String> lines = new ArrayList<>(List.of("bind 127.0.0.1", "dir " + folder));
        lines.addAll(settings);
        Path file = Files.write(folder.resolve("redis.conf"), lines, UTF_8);
        List<String> command = new ArrayList<>(List.of(program(parent).toString(), file.toString()));
        command.addAll(arguments);
        return new TestProcess(command, folder, port, password);
    }

    /** Of the system, where there is one, else the bundled one; where there is neither, the test is skipped. */
    private static Path program(Path folder) {
        boolean demanded = "required".equals(System.getenv(DEMANDED));
        try {
            return ServerProgram.ofThisSystem()
                    .find(demanded ? ServerSettings.Source.PATH : ServerSettings.Source.AUTO, folder);
        } catch (StoreSetupException e) {
            Assumptions.assumeTrue(demanded, "Skipped, because there is no redis-server. " + e.getMessage());
            throw e;
        }
    }

    private Process run() throws IOException {
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("redis.log").toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        return started;
    }

    int port() {
        return port;
    }

    /** Waits until it answers. */
    TestProcess awaitReady() {
        await("answer", redis -> redis.ping().equals("PONG"));
        return this;
    }

    /** Waits until something holds of it. */
    void await(String what, Function<UnifiedJedis, Boolean> condition) {
        try (UnifiedJedis redis = connect()) {
            boolean came = Waiting.until(ANSWERS_WITHIN, () -> {
                try {
                    return condition.apply(redis);
                } catch (JedisException e) {
                    return false;
                }
            });
            if (!came) {
                throw new AssertionError("Expected the server at port %d to %s within %s. It says:%n%s"
                        .formatted(port, what, ANSWERS_WITHIN, log()));
            }
        }
    }

    String ask(Protocol.Command command, Object... arguments) {
        try (UnifiedJedis redis = connect()) {
            return ask(redis, command, arguments);
        }
    }

    static String ask(UnifiedJedis redis, Protocol.Command command, Object... arguments) {
        Object answer = redis.executeCommand(new CommandArguments(command).addObjects(arguments));
        return answer instanceof byte[] text ? new String(text, UTF_8) : String.valueOf(answer);
    }

    private UnifiedJedis connect() {
        return RedisClient.builder()
                .hostAndPort(new HostAndPort("127.0.0.1", port))
                .clientConfig(
                        DefaultJedisClientConfig.builder().password(password).build())
                .build();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("redis.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as kill -9 does. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Lets it stand still: its connections stay, and it answers nothing. */
    void freeze() {
        signal("STOP");
    }

    /** Lets it go on. */
    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again where it stopped, as whoever looks after services does. */
    void startAgain() {
        try {
            process = run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    /** Ports that nobody listens at, nor at those of the nodes among themselves. */
    static List<Integer> freePorts(int many) {
        List<ServerSocket> taken = new ArrayList<>();
        try {
            List<Integer> ports = new ArrayList<>();
            while (ports.size() < many) {
                ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                taken.add(port);
                ServerSocket bus = new ServerSocket();
                taken.add(bus);
                if (port.getLocalPort() + BUS < 1 << 16 && isFree(bus, port.getLocalPort() + BUS)) {
                    ports.add(port.getLocalPort());
                }
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            taken.forEach(TestProcess::free);
        }
    }

    private static boolean isFree(ServerSocket socket, int port) {
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void free(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void closeAll(Stream<TestProcess> processes) {
        processes.forEach(TestProcess::close);
    }
}
