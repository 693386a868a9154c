package org.secondlook.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.app.trial.Chat;
import org.secondlook.app.trial.FlowingClock;
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

    private final FlowingClock clock = new FlowingClock("2026-12-01T10:00");
    private final WireWorld world = new WireWorld();
    private final Chat asha = world.person("asha-patel");
    private final Chat tom = world.person("tom-reed");
    private RedisServer server;
    private UnifiedJedis redis;
    private RunningBot bot;

    @BeforeEach
    void raise() {
        server = RedisServer.start(new ServerSettings(Optional.empty(), ServerSettings.Source.BUNDLED, data));
        redis = server.address().connect();
        KeyFile.create(data.resolve("keys.json"));
        bot = RunningBot.start(settings(), clock);
        asha.begins();
        Stories.raises(asha, "Northshire Council", "Dan Moore", MONDAY, "By 5pm on Friday");
        asha.presses("Send to Tom Reed").sees("Reference NS-");
        clock.set(SettableClock.instant("2026-12-01T10:03"));
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
                "--secondlook.witness-file=" + data.resolve("witness.txt"),
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
                .presses("No")
                .sees("Has anything changed for the child?")
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

    private void theRootIsMade() {
        world.await("a daily root", () -> redis.exists("{northshire}:roots"));
    }

    @Test
    void theHistoriesAreHeldAgainstWhatWasStoredAndTold() throws Exception {
        theRootIsMade();
        Commands.Said good = run("verify-history");
        assertThat(good.done()).as("%s", good.lines()).isTrue();
        String root = redis.lindex("{northshire}:roots", -1);
        assertThat(Files.readString(data.resolve("witness.txt"))).isEqualTo("root northshire " + root + "\n");

        String theCase = redis.hkeys("{northshire}:keys").iterator().next();
        byte[] log = ("{northshire}:case:" + theCase + ":events").getBytes(UTF_8);
        byte[] event = redis.lindex(log, 2);
        event[event.length / 2] ^= 1;
        redis.lset(log, 2, event);
        Commands.Said bad = run("verify-history");
        assertThat(bad.done()).isFalse();
        assertThat(bad.lines()).containsExactly("northshire, case " + theCase + ": event 3 is not as it was stored.");
        assertThat(run("rebuild").done()).isFalse();
        event[event.length / 2] ^= 1;
        redis.lset(log, 2, event);

        redis.lset("{northshire}:roots", -1, root.replace("2026-12-01", "2026-12-02"));
        assertThat(run("verify-history").lines().toString())
                .contains("does not lead to that root")
                .contains("was told outside, but is not stored: " + root)
                .contains("is stored, but was not told outside");
    }

    @Test
    void whatStandsBesideTheHistoriesIsBuiltAnew() {
        Map<String, Object> before = beside();
        assertThat(before).containsKeys("{northshire}:due", "{northshire}:open", "{northshire}:number:2026");
        assertThat(before.keySet()).anyMatch(key -> key.matches(".*:post:.*:cases"));
        bot.close();
        redis.del(before.keySet().toArray(String[]::new));
        assertThat(beside()).isEmpty();

        Commands.Said rebuilt = run("rebuild");

        assertThat(rebuilt.done()).as("%s", rebuilt.lines()).isTrue();
        assertThat(beside()).isEqualTo(before);
        bot = RunningBot.start(settings(), clock);
        assertThat(run("rebuild").done()).isTrue();
        assertThat(beside()).isEqualTo(before);
    }

    /** What is kept beside the histories and follows from them, byte for byte. */
    private Map<String, Object> beside() {
        Map<String, Object> beside = new TreeMap<>();
        for (String key : redis.keys("{northshire}:*")) {
            if (key.matches(".*:(post|person):.*:cases|.*:case:.*:lists")) {
                beside.put(key, new TreeSet<>(redis.smembers(key)));
            } else if (key.endsWith(":due")) {
                beside.put(key, redis.zrangeWithScores(key, 0, -1).toString());
            } else if (key.endsWith(":open")) {
                beside.put(key, redis.hgetAll(key));
            } else if (key.contains(":number:")) {
                beside.put(key, redis.get(key));
            }
        }
        return beside;
    }

    @Test
    void aCaseIsErasedAndThoseWhoAreShownItSeeNothing() throws Exception {
        theRootIsMade();
        String theCase = redis.hkeys("{northshire}:keys").iterator().next();

        assertThat(run("erase-case", "northshire").done()).isFalse();
        assertThat(run("erase-case", "southshire", "NS-2026-0001").lines().toString())
                .contains("no partnership southshire");
        assertThat(run("erase-case", "northshire", "NS-2026-0002").lines().toString())
                .contains("no case NS-2026-0002");
        Commands.Said open = run("erase-case", "northshire", "NS-2026-0001");
        assertThat(open.done()).isFalse();
        assertThat(open.lines().toString()).contains("not closed");

        Commands.Said erased = run("erase-case", "northshire", "NS-2026-0001", "--open-too");
        assertThat(erased.done()).as("%s", erased.lines()).isTrue();
        assertThat(redis.keys("*" + theCase + "*")).isEmpty();
        assertThat(redis.hkeys("{northshire}:erased")).containsExactly(theCase);
        assertThat(Files.readString(data.resolve("witness.txt"))).contains("erased northshire " + theCase);
        Commands.Said verified = run("verify-history");
        assertThat(verified.done()).as("%s", verified.lines()).isTrue();
        assertThat(run("rebuild").done()).isTrue();
        clock.set(SettableClock.instant("2026-12-02T17:30"));
        tom.begins();
        tom.sees("First, is it urgent?");
        world.await("the next daily root", () -> redis.llen("{northshire}:roots") == 2);
        assertThat(world.messagesOf("tom-reed")).hasSize(1);
        assertThat(run("verify-history").done()).isTrue();
    }
}
