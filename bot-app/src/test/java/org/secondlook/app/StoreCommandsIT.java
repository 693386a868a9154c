package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.app.trial.Chat;
import org.secondlook.app.trial.RunningBot;
import org.secondlook.app.trial.wire.WireWorld;
import org.secondlook.core.turn.SettableClock;
import org.secondlook.store.KeyFile;
import org.secondlook.store.server.RedisServer;
import org.secondlook.store.server.ServerSettings;
import redis.clients.jedis.UnifiedJedis;

/** What whoever runs the application does at a terminal, while it runs. */
class StoreCommandsIT {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    @TempDir
    private Path data;

    private final SettableClock clock = new SettableClock("2026-12-01T10:00");
    private final WireWorld world = new WireWorld();
    private final Chat asha = world.person("asha-patel");
    private final Chat tom = world.person("tom-reed");
    private RedisServer server;
    private UnifiedJedis redis;
    private RunningBot bot;

    @BeforeEach
    void raise() {
        server = RedisServer.start(new ServerSettings(java.util.Optional.empty(), ServerSettings.Source.BUNDLED, data));
        redis = server.address().connect();
        KeyFile.create(data.resolve("keys.json"));
        bot = RunningBot.start(settings(), clock);
        asha.begins();
        Stories.raises(asha, "Northshire Council", "Dan Moore", MONDAY, "By 5pm on Friday");
        asha.presses("Send to Tom Reed").sees("Reference NS-");
        clock.set(SettableClock.instant("2026-12-01T10:02"));
        tom.reads("A colleague has asked you");
    }

    @AfterEach
    void stop() {
        bot.close();
        redis.close();
        server.close();
        world.close();
    }

    private List<String> settings() {
        return world.settings(
                data,
                data.resolve("keys.json"),
                "--secondlook.redis.url=" + server.address().uri());
    }

    private Commands.Said run(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(settings());
        return new Commands(Clock.systemUTC())
                .run(arguments.toArray(String[]::new))
                .orElseThrow();
    }

    @Test
    void theKeyIsRotatedAndPeopleNoticeNothing() throws Exception {
        String before = redis.hgetAll("{northshire}:keys").values().iterator().next();

        Commands.Said rotated = run("rotate-key");
        assertThat(rotated.done()).as("%s", rotated.lines()).isTrue();
        String file = Files.readString(data.resolve("keys.json"));
        assertThat(redis.hgetAll("{northshire}:keys").values()).doesNotContain(before);
        tom.pressesIn("A colleague has asked you", "Read it")
                .sees("Do you know this child")
                .presses("No");
        tom.sees("Three visits were missed.");

        assertThat(run("rotate-key").done()).isTrue();
        assertThat(Files.readString(data.resolve("keys.json"))).isEqualTo(file);

        Commands.Said early = run("remove-old-keys");
        assertThat(early.done()).isFalse();
        assertThat(early.lines().toString()).contains("Buttons that people still see");
        assertThat(Files.readString(data.resolve("keys.json"))).isEqualTo(file);
        assertThat(run("remove-old-keys", "--at-once").done()).isTrue();
        assertThat(Files.readString(data.resolve("keys.json"))).isNotEqualTo(file);

        bot.close();
        bot = RunningBot.start(settings(), clock);
        tom.begins();
        tom.sees("First, is it urgent?");
    }
}
