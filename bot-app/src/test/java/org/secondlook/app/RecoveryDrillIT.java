package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.app.trial.Chat;
import org.secondlook.app.trial.FlowingClock;
import org.secondlook.app.trial.FreePort;
import org.secondlook.app.trial.RunningBot;
import org.secondlook.app.trial.wire.WireWorld;
import org.secondlook.core.turn.SettableClock;
import org.secondlook.store.KeyFile;
import org.secondlook.store.server.RedisServer;
import org.secondlook.store.server.ServerSettings;
import redis.clients.jedis.UnifiedJedis;

/** The drill of docs/recovery.md: the disk is lost, a backup is restored, and the story goes on. */
class RecoveryDrillIT {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    @TempDir
    private Path data;

    private final FlowingClock clock = new FlowingClock("2026-12-01T10:00");
    private final WireWorld world = new WireWorld();
    private final Chat asha = world.person("asha-patel");
    private final Chat tom = world.person("tom-reed");
    private final Chat dan = world.person("dan-moore");
    private final HttpClient http = HttpClient.newHttpClient();
    private final int management = FreePort.find();
    private RedisServer server;
    private UnifiedJedis redis;
    private RunningBot bot;

    @BeforeEach
    void raise() throws IOException {
        KeyFile.create(data.resolve("keys.json"));
        Files.createFile(witness());
        startRedis("first-disk");
        bot = RunningBot.start(settings(), clock);
        raises(asha, "Northshire Council", "Dan Moore", "Tom Reed");
        clock.set(SettableClock.instant("2026-12-01T10:03"));
        tom.reads("A colleague has asked you");
    }

    @AfterEach
    void stop() {
        bot.close();
        stopRedis();
        world.close();
    }

    private void startRedis(String disk) {
        server = RedisServer.start(
                new ServerSettings(Optional.empty(), ServerSettings.Source.BUNDLED, data.resolve(disk)));
        redis = server.address().connect();
    }

    private void stopRedis() {
        redis.close();
        server.close();
    }

    private Path witness() {
        return data.resolve("witness.txt");
    }

    private List<String> settings() {
        return world.settings(
                data,
                data.resolve("keys.json"),
                "--management.server.port=" + management,
                "--secondlook.witness-file=" + witness(),
                "--secondlook.redis.url=" + server.address().uri());
    }

    private static void raises(Chat person, String agency, String decider, String manager) {
        person.begins();
        Stories.raises(person, agency, decider, MONDAY, "By 5pm on Friday");
        person.presses("Send to " + manager).sees("Reference NS-");
    }

    private Commands.Said run(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(settings());
        return new Commands(clock).run(arguments.toArray(String[]::new)).orElseThrow();
    }

    private Commands.Said does(String... command) {
        Commands.Said said = run(command);
        assertThat(said.done()).as("%s", said.lines()).isTrue();
        return said;
    }

    private int status(String path) throws Exception {
        return get(path).statusCode();
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI where = URI.create("http://127.0.0.1:" + management + path);
        return http.send(HttpRequest.newBuilder(where).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Each worker asks Redis whether there is a hold before it does anything. */
    private void letTheWorkersLook() {
        long before = questions();
        world.await("the workers to look", () -> questions() > before + 60);
    }

    private long questions() {
        return redis.info("commandstats")
                .lines()
                .filter(line -> line.startsWith("cmdstat_hgetall:"))
                .map(line -> line.replaceFirst(".*:calls=(\\d+),.*", "$1"))
                .mapToLong(Long::parseLong)
                .sum();
    }

    private long copies(String person, String text) {
        return world.messagesOf(person).stream()
                .filter(message -> message.contains(text))
                .count();
    }

    @Test
    void whatWasBackedUpGoesOnAndNothingIsSentTwice() throws Exception {
        raises(dan, "Northshire Community NHS Trust", "Asha Patel", "Priya Shah");
        String erased = latestCase();
        String backup = data.resolve("backup").toString();
        assertThat(does("backup", backup).lines().toString()).contains("2 cases are in the backup");
        assertThat(run("backup", backup).done()).isFalse();

        tom.pressesIn("A colleague has asked you", "Read it")
                .sees("Do you know this child")
                .presses("No")
                .sees("Has anything changed for the child?")
                .presses("No");
        tom.sees("Three visits were missed.");
        does("erase-case", "northshire", "NS-2026-0002", "--open-too");
        clock.set(SettableClock.instant("2026-12-02T08:00"));
        world.await("a root that no backup has", () -> redis.llen("{northshire}:roots") == 2);
        assertThat(run("restore", backup).lines().toString()).contains("Something is kept in this Redis");

        bot.close();
        stopRedis();
        startRedis("second-disk");
        List<String> before = new ArrayList<>(world.messagesOf("tom-reed"));

        Commands.Said restored = does("restore", backup);
        assertThat(restored.lines().toString())
                .contains("1 case was put right", "1 case was erased again", "is in hold");
        assertThat(redis.keys("*" + erased + "*")).isEmpty();
        assertThat(does("hold").lines().toString()).contains("was restored");
        assertThat(run("restore", backup).done()).isFalse();

        clock.set(SettableClock.instant("2026-12-02T09:31"));
        bot = RunningBot.start(settings(), clock);
        letTheWorkersLook();
        tom.begins();
        tom.sees("I am on hold after a fault.").sees("ring Helen Ward, your safeguarding lead, on");
        assertThat(world.messagesOf("tom-reed")).isEqualTo(before);
        assertThat(status("/actuator/health")).isEqualTo(503);
        assertThat(status("/actuator/health/readiness")).isEqualTo(200);
        assertThat(get("/actuator/metrics/secondlook.hold").body()).contains("\"value\":1");
        assertThat(redis.hlen("{northshire}:outbox:messages")).isZero();
        assertThat(redis.keys("*:drafts")).isEmpty();

        does("release-hold");
        tom.reads("on Tuesday 1 December and 9:3").reads("may not have arrived");
        asha.reads("may not have arrived");
        tom.reads("Something is due today");
        assertThat(copies("tom-reed", "A colleague has asked you")).isEqualTo(1);
        assertThat(copies("tom-reed", "may not have arrived")).isEqualTo(1);
        assertThat(copies("tom-reed", "Something is due today")).isEqualTo(1);
        assertThat(copies("dan-moore", "may not have arrived")).isZero();
        assertThat(status("/actuator/health")).isEqualTo(200);
        assertThat(run("release-hold").done()).isFalse();
        does("verify-history");

        tom.closes();
        tom.pressesIn("A colleague has asked you", "Read it")
                .sees("Do you know this child")
                .presses("No")
                .sees("Has anything changed for the child?")
                .presses("No");
        tom.sees("Three visits were missed.")
                .presses("Take it to")
                .sees("What goes across")
                .presses("Continue");
        tom.sees("Check before it goes").presses("Send to").sees("They are asked to answer by");
        clock.set(SettableClock.instant("2026-12-02T09:40"));
        world.person("priya-shah").goesToChannel("Assessment team").reads("would like to resolve a difference of view");
    }

    /** Ids of cases sort by when they were made. */
    private String latestCase() {
        return redis.hkeys("{northshire}:keys").stream().max(String::compareTo).orElseThrow();
    }

    @Test
    void aRestoreThatWasBrokenOffIsNotReleased() {
        bot.close();
        redis.hset("secondlook:record:hold", "reason", "RESTORING");
        redis.hset("secondlook:record:hold", "since", "2026-12-01T10:00:00Z");

        assertThat(run("release-hold").lines().toString()).contains("Empty Redis, and run restore again");
        assertThat(run("hold").lines().toString()).contains("did not end");
        bot = RunningBot.start(settings(), clock);
    }

    @Test
    void aRestoreWantsToKnowWhatWasErased() throws IOException {
        String backup = data.resolve("backup").toString();
        does("backup", backup);
        Files.delete(witness());

        assertThat(run("restore", backup).lines().toString()).contains("make an empty file");
        assertThat(run("backup").done()).isFalse();
        assertThat(run("restore").done()).isFalse();
    }

    /** Somebody put an older copy of Redis's own files back; here it is older by what it tells of itself. */
    @Test
    void anOlderCopyThatWasPutBackIsNoticedAndHeld() throws Exception {
        raises(dan, "Northshire Community NHS Trust", "Asha Patel", "Priya Shah");
        assertThat(redis.hlen("{northshire}:outbox:messages")).isPositive();
        bot.close();
        Instant alive = Instant.ofEpochMilli(Long.parseLong(redis.get("{northshire}:alive")));
        redis.set(
                "{northshire}:alive",
                String.valueOf(alive.minus(Duration.ofMinutes(30)).toEpochMilli()));

        bot = RunningBot.start(settings(), clock);
        letTheWorkersLook();
        assertThat(copies("tom-reed", "may not have arrived")).isZero();
        assertThat(does("hold").lines().toString()).contains("Redis knows less than it did");

        does("release-hold");
        tom.reads("Messages sent to me between 9:3");
        world.person("priya-shah").reads("may not have arrived");
        clock.set(SettableClock.instant("2026-12-01T10:10"));
        letTheWorkersLook();
        assertThat(copies("tom-reed", "may not have arrived")).isEqualTo(1);
        assertThat(copies("priya-shah", "A colleague has asked you")).isZero();
        does("verify-history");
    }

    @Test
    void anEmptiedRedisIsNoticedAndHeld() {
        world.await("the state file", () -> Files.exists(data.resolve("witness.txt.state")));
        bot.close();
        redis.flushAll();

        bot = RunningBot.start(settings(), clock);

        asha.begins();
        asha.sees("I am on hold after a fault.");
        assertThat(redis.keys("*")).containsExactly("secondlook:record:hold");
    }
}
