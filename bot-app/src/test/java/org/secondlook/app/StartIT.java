package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.app.trial.BotProcess;
import org.secondlook.app.trial.FreePort;
import org.secondlook.app.trial.Northshire;
import org.secondlook.app.trial.wire.WireWorld;
import org.secondlook.store.KeyFile;
import org.secondlook.store.server.RedisServer;
import org.secondlook.store.server.ServerSettings;
import redis.clients.jedis.UnifiedJedis;

/** What is not safe does not start, and says in plain words what to put right. */
class StartIT {

    @TempDir
    private Path data;

    private final WireWorld world = new WireWorld();

    @BeforeEach
    void makeKeys() {
        KeyFile.create(data.resolve("keys.json"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aBrokenDirectoryAndABrokenPackAreListedFaultByFaultByFileAndLine() throws IOException {
        Path packs = Files.createDirectory(data.resolve("packs"));
        Files.writeString(packs.resolve("ours.yaml"), "protocol: ours\nstages: 3\n");
        Path directory = Files.writeString(
                data.resolve("ours-directory.yaml"),
                Northshire.text()
                        .replace("lead: named-nurse", "lead: named-nurs")
                        .replace("sector: health", "sector: helth"));

        String said = refusal(
                "--secondlook.protocol-dir=" + packs, "--secondlook.partnerships.northshire.directory=" + directory);

        assertThat(said)
                .contains("A file cannot be used")
                .contains("ours.yaml:")
                .contains("ours-directory.yaml:14: ")
                .contains("ours-directory.yaml:15: ")
                .contains("Did you mean 'named-nurse'?")
                .contains("Put right each line above");
    }

    @Test
    void aBrokenFileOfHolidaysIsListedFaultByFault() throws IOException {
        Path holidays = Files.writeString(data.resolve("holidays.yaml"), "known-until: 2028-12\nholiday: []\n");

        assertThat(refusal("--secondlook.holidays-file=" + holidays))
                .contains("A file cannot be used")
                .contains("holidays.yaml:1: ")
                .contains("Did you mean 'holidays'?");
    }

    @Test
    void aRedisThatMayLoseWhatItAnsweredIsNotUsed() {
        ServerSettings settings = new ServerSettings(Optional.empty(), ServerSettings.Source.BUNDLED, data);
        try (RedisServer redis = RedisServer.start(settings);
                UnifiedJedis jedis = redis.address().connect()) {
            jedis.configSet("appendfsync", "everysec");

            assertThat(refusal("--secondlook.redis.url=" + redis.address().uri()))
                    .contains("redis-cli -h 127.0.0.1 -p %d CONFIG SET appendfsync always"
                            .formatted(redis.address().uri().getPort()));
        }
    }

    @Test
    void thePackOfAnOpenCaseIsMissed() {
        ServerSettings settings = new ServerSettings(Optional.empty(), ServerSettings.Source.BUNDLED, data);
        try (RedisServer redis = RedisServer.start(settings);
                UnifiedJedis jedis = redis.address().connect()) {
            jedis.hset("{northshire}:open", "case-1", "ours@3");

            assertThat(refusal("--secondlook.redis.url=" + redis.address().uri()))
                    .contains("Expected pack ours@3 to be there")
                    .contains("Put it back into secondlook.protocol-dir");
        }
    }

    @Test
    void withoutAPlatformThereIsNobodyToServe() {
        assertThat(BotProcess.refusal(List.of(
                        "--server.port=" + FreePort.find(),
                        "--management.server.port=" + FreePort.find(),
                        "--secondlook.redis.server=bundled",
                        "--secondlook.data-dir=" + data,
                        "--secondlook.key-file=" + data.resolve("keys.json"))))
                .contains("Expected Slack or Teams to be set up")
                .contains("secondlook.slack.signing-secret");
    }

    @Test
    void withoutItsKeyFileNothingCouldBeRead() {
        assertThat(refusal("--secondlook.key-file=" + data.resolve("lost.json")))
                .contains("Expected the key file")
                .contains("create-key-file");
    }

    @Test
    void aPlaygroundIsKeptAwayFromRealWorkspaces() {
        assertThat(refusal("--spring.profiles.active=playground", "--secondlook.playground.port=" + FreePort.find()))
                .contains("Expected the playground to have invented tokens only");
    }

    private String refusal(String... settings) {
        return BotProcess.refusal(world.settings(data, data.resolve("keys.json"), settings));
    }
}
