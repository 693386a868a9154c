package org.secondlook.store.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.store.StoreSetupException;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

class RedisServerTest {

    @TempDir
    private Path folder;

    private RedisServer start() {
        return RedisServer.start(TestServer.settings(folder));
    }

    private static ProcessHandle process(RedisServer server) {
        return ProcessHandle.of(server.pid().orElseThrow()).orElseThrow();
    }

    @Test
    void keepsItsDataFromOneRunToTheNext() {
        ProcessHandle first;
        try (RedisServer server = start();
                UnifiedJedis redis = server.address().connect()) {
            first = process(server);
            redis.set("kept", "yes");
        }
        assertThat(first.isAlive()).isFalse();

        try (RedisServer server = start();
                UnifiedJedis redis = server.address().connect()) {
            assertThat(redis.get("kept")).isEqualTo("yes");
        }
    }

    @Test
    void losesNothingItHasAnsweredAndLetsNobodyElseIn() throws IOException {
        try (RedisServer server = start();
                UnifiedJedis redis = server.address().connect();
                UnifiedJedis stranger = new RedisAddress(URI.create(
                                "redis://127.0.0.1:" + server.address().uri().getPort()))
                        .connect()) {
            try (RedisLink link = server.address().link()) {
                assertThat(new DurableSettings(link).require(false)).isZero();
            }
            assertThat(redis.configGet("bind")).containsEntry("bind", "127.0.0.1");
            assertThat(redis.configGet("dir"))
                    .containsEntry("dir", folder.resolve("redis").toString());
            assertThatThrownBy(() -> stranger.get("kept")).isInstanceOf(JedisException.class);

            String password = server.address().password();
            assertThat(process(server).info().commandLine().orElse("")).doesNotContain(password);
            assertThat(server.address().toString()).doesNotContain(password);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("redis/address"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void isClosedOnce() {
        RedisServer server = start();
        server.close();
        server.close();

        try (UnifiedJedis redis = server.address().connect()) {
            assertThatThrownBy(redis::ping).isInstanceOf(JedisConnectionException.class);
        }
    }

    @Test
    void isStartedAgainWhenItEndsByItself() {
        try (RedisServer server = start();
                UnifiedJedis redis = server.address().connect()) {
            redis.set("kept", "yes");
            ProcessHandle first = process(server);
            first.destroyForcibly();

            boolean again = Waiting.until(Duration.ofSeconds(10), () -> answers(redis));

            assertThat(again).isTrue();
            assertThat(process(server).pid()).isNotEqualTo(first.pid());
            assertThat(redis.get("kept")).isEqualTo("yes");
        }
    }

    private static boolean answers(UnifiedJedis redis) {
        try {
            return redis.ping().equals("PONG");
        } catch (JedisException e) {
            return false;
        }
    }

    @Test
    void refusesASecondOwner() {
        try (RedisServer server = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(StoreSetupException.class)
                    .hasMessageContaining("another running Second Look uses it")
                    .hasMessageContaining("secondlook.data-dir");
            assertThat(process(server).isAlive()).isTrue();
        }
    }

    @Test
    void takesOverWhatAKilledOwnerLeftRunning() throws IOException {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OwnerProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long pid = pidWrittenBy(owner);
        assertThatThrownBy(this::start).isInstanceOf(StoreSetupException.class);

        owner.destroyForcibly();
        owner.onExit().join();
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive)).contains(true);

        try (RedisServer server = start();
                UnifiedJedis redis = server.address().connect()) {
            assertThat(server.pid()).contains(pid);
            assertThat(redis.get("kept")).isEqualTo("yes");

            process(server).destroyForcibly();
            assertThat(Waiting.until(Duration.ofSeconds(10), () -> answers(redis)))
                    .isTrue();
            assertThat(redis.get("kept")).isEqualTo("yes");
        }
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private static long pidWrittenBy(Process owner) throws IOException {
        BufferedReader lines = owner.inputReader(UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("pid ")) {
                return Long.parseLong(line.substring("pid ".length()));
            }
        }
        throw new AssertionError("Expected the owner to start a server, but it ended");
    }

    @Test
    void isNotMistakenForAProcessThatHasItsNumberByNow() throws IOException {
        start().close();
        Files.writeString(
                folder.resolve("redis/redis.pid"), ProcessHandle.current().pid() + "\n");

        try (RedisServer server = start()) {
            assertThat(server.pid()).isPresent();
        }
    }

    @Test
    void saysWhyItDoesNotStart() throws IOException {
        Path aof = Files.createDirectories(folder.resolve("redis/appendonlydir"));
        Files.writeString(aof.resolve("appendonly.aof.manifest"), "nonsense\n");

        assertThatThrownBy(this::start).isInstanceOf(StoreSetupException.class).hasMessageContaining("AOF manifest");

        Files.delete(aof.resolve("appendonly.aof.manifest"));
        start().close();
    }

    @Test
    void isNotStartedWhereOneIsConfigured() {
        URI url = URI.create("redis://:secret@redis.example:6380/2");

        try (RedisServer server = RedisServer.start(
                new ServerSettings(Optional.of(url), ServerSettings.Source.AUTO, folder.resolve("unused")))) {
            assertThat(server.address().uri()).isEqualTo(url);
            assertThat(server.address()).hasToString("redis.example:6380");
            assertThat(folder.resolve("unused")).doesNotExist();
        }
    }
}
