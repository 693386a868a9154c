package org.secondlook.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.directory.Directory;
import org.secondlook.playground.Playground;
import org.secondlook.store.KeyFile;
import org.secondlook.store.RedisStore;
import org.secondlook.store.server.ServerSettings;

/**
 * An installation as an operator sets it up: the release jar with its configuration files, a Redis, and around them a Slack
 * and a Teams, each in a process of its own. All live by one clock on the wall, which can be moved; Redis can be given
 * another.
 */
final class Installation implements AutoCloseable {

    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");

    private static final Path RELEASE =
            Path.of(System.getProperty("faults.jar")).normalize();

    private final Path folder;
    private final WallClock clock;
    private final WallClock redisClock;
    private final Redis redis;
    private final Server playground;
    private final Http fakes;
    private final Path keys;
    private final int port = FreePort.find();
    private final int debugPort = FreePort.find();
    private final Server application;
    private final Records records;

    Installation(Path folder) {
        this.folder = folder;
        this.keys = folder.resolve("etc/keys.json");
        try {
            Files.createDirectories(folder.resolve("etc"));
            NativeLibrary.compile("clock", folder);
            NativeLibrary.compile("disk", folder);
            this.clock = new WallClock(folder.resolve("clock"));
            this.redisClock = new WallClock(folder.resolve("redis-clock"));
            KeyFile.create(keys);
            this.redis = new Redis(folder.resolve("redis"), folder, redisClock, "always", "");
            int fakesPort = FreePort.find();
            this.fakes = new Http(fakesPort);
            configure(fakesPort);
            this.playground = new Server(
                    "playground",
                    folder,
                    List.of(
                            JAVA,
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx1g",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Playground.class.getName(),
                            "--playground.port=" + fakesPort,
                            // A connection that idles when the clock is moved would be closed under the next request.
                            "--server.tomcat.max-keep-alive-requests=1",
                            "--playground.journal=",
                            "--playground.slack-events-url=http://127.0.0.1:" + port + "/slack/events",
                            "--playground.teams-messages-url=http://127.0.0.1:" + port + "/api/messages"),
                    underTheClock(),
                    () -> fakes.answers("/mishaps"));
            unpack();
            this.application = start("application", port, debugPort);
            this.records = new Records(
                    RedisStore.open(
                            new ServerSettings(Optional.of(redis.url()), ServerSettings.Source.PATH, folder), false),
                    KeyFile.open(keys));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WallClock clock() {
        return clock;
    }

    WallClock redisClock() {
        return redisClock;
    }

    /** Moves the time of every process. */
    void moveTo(Instant time) {
        Duration distance = Duration.between(clock.now(), time);
        clock.moveBy(distance);
        redisClock.moveBy(distance);
    }

    Redis redis() {
        return redis;
    }

    Http fakes() {
        return fakes;
    }

    Server application() {
        return application;
    }

    /** Where a debugger finds the application. */
    int debugPort() {
        return debugPort;
    }

    /** Another instance of the application, beside the first. */
    Server startSecond() {
        return start("second-application", FreePort.find(), FreePort.find());
    }

    /** What is stored, as whoever has the keys reads it. */
    Records records() {
        return records;
    }

    /** Of which cases there are messages to be sent by now. */
    Set<String> unsent() {
        return records.casesWithUnsentMessages(clock.now());
    }

    private Server start(String name, int itsPort, int itsDebugPort) {
        Http http = new Http(itsPort);
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-XX:SharedArchiveFile=" + archive(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:" + itsDebugPort,
                "-jar",
                unpacked().toString(),
                "--spring.config.additional-location=file:" + folder.resolve("etc") + "/",
                "--server.port=" + itsPort,
                "--management.server.port=" + FreePort.find()));
        return new Server(name, folder, command, underTheClock(), () -> http.answers("/readyz"));
    }

    /** The release jar unpacks itself, and its classes are put in an archive, so that a start takes half of the time. */
    private void unpack() {
        run(
                "unpacking",
                JAVA,
                "-Djarmode=tools",
                "-jar",
                RELEASE.toString(),
                "extract",
                "--destination",
                folder.resolve("app").toString());
        run(
                "archive",
                JAVA,
                "-XX:ArchiveClassesAtExit=" + archive(),
                "-XX:+UseSerialGC",
                "-Dspring.context.exit=onRefresh",
                "-jar",
                unpacked().toString(),
                "--spring.config.additional-location=file:" + folder.resolve("etc") + "/");
    }

    private Path unpacked() {
        return folder.resolve("app").resolve(RELEASE.getFileName());
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    private void run(String name, String... command) {
        Path log = folder.resolve(name + ".log");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(underTheClock());
            if (builder.start().waitFor() != 0) {
                throw new AssertionError("Expected '%s' to end well; see %s".formatted(name, log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> underTheClock() {
        return Map.of(
                "LD_PRELOAD",
                folder.resolve("clock.so").toString(),
                "CLOCK_FILE",
                clock.file().toString());
    }

    /** What docs/configuration.md tells an operator to write; the platforms are on this machine. */
    private void configure(int fakesPort) throws IOException {
        Path etc = folder.resolve("etc");
        copy("/directories/northshire.yaml", etc.resolve("northshire.yaml"));
        Files.createDirectories(etc.resolve("protocols"));
        copy("/protocols/bradford@1.yaml", etc.resolve("protocols/bradford@1.yaml"));
        Files.writeString(etc.resolve("application.yml"), """
                server.address: 127.0.0.1
                server.tomcat.max-keep-alive-requests: 1
                secondlook:
                  key-file: %1$s/keys.json
                  data-dir: %1$s/data
                  protocol-dir: %1$s/protocols
                  redis.url: %2$s
                  partnerships:
                    northshire:
                      name: Northshire Safeguarding Children Partnership
                      code: NS
                      protocol: bradford@1
                      directory: %1$s/northshire.yaml
                  slack:
                    api-base-url: http://127.0.0.1:%3$d/slack/api/
                    signing-secret: playground-slack-signing-secret
                    workspaces:
                      - { organisation: T0NSHIRENHS, bot-token: xoxb-playground-northshire-nhs }
                      - { organisation: T0HILLSIDES, bot-token: xoxb-playground-hillside-school }
                      - { organisation: T0OPENDOORC, bot-token: xoxb-playground-open-door }
                  teams:
                    open-id-metadata-url: http://127.0.0.1:%3$d/teams/openid/.well-known/openidconfiguration
                    token-url: http://127.0.0.1:%3$d/teams/{tenant}/oauth2/v2.0/token
                    service-url-allow-list: [ "http://127.0.0.1:%3$d" ]
                    service-url: http://127.0.0.1:%3$d/teams/connector/{tenant}/
                    registrations:
                      - app-id: 11111111-0000-4000-8000-0000000000b0
                        tenant-id: 11111111-0000-4000-8000-000000000001
                        secret: playground-northshire-council-secret
                      - app-id: 22222222-0000-4000-8000-0000000000b0
                        tenant-id: 22222222-0000-4000-8000-000000000001
                        secret: playground-northshire-partnership-secret
                """.formatted(etc, redis.url(), fakesPort));
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Directory.class.getResourceAsStream(resource), resource)) {
            Files.copy(in, file);
        }
    }

    @Override
    public void close() {
        records.close();
        application.close();
        playground.close();
        redis.close();
    }
}
