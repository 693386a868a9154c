package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

/** Two instances of the application share one Redis, and the work. */
class TwoInstancesIT {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);
    private static final List<String> PEOPLE =
            List.of("asha-patel", "tom-reed", "priya-shah", "marcus-lee", "olu-adeyemi", "helen-ward", "joan-price");

    @TempDir
    private Path data;

    private final FlowingClock clock = new FlowingClock("2026-12-01T10:00");
    private final WireWorld world = new WireWorld();
    private RedisServer redis;
    private List<RunningBot> instances;

    @BeforeEach
    void start() {
        redis = RedisServer.start(new ServerSettings(Optional.empty(), ServerSettings.Source.BUNDLED, data));
        KeyFile.create(data.resolve("keys.json"));
        String shared = "--secondlook.redis.url=" + redis.address().uri();
        instances = List.of(instance(shared), instance(shared, "--server.port=0"));
    }

    private RunningBot instance(String... more) {
        return RunningBot.start(world.settings(data, data.resolve("keys.json"), more), clock);
    }

    @AfterEach
    void stop() {
        instances.forEach(RunningBot::close);
        redis.close();
        world.close();
    }

    @Test
    void eachMessageAndEachReminderGoesOutOnce() {
        Chat asha = world.person("asha-patel");
        Chat tom = world.person("tom-reed");
        asha.begins();
        Stories.raises(asha, "Northshire Council", "Dan Moore", TUESDAY.minusDays(1), "By 5pm on Friday");
        asha.presses("Send to Tom Reed").sees("Reference NS-");
        letTimePass();
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
        while (clock.instant().isBefore(SettableClock.instant("2026-12-04T17:00"))) {
            letTimePass();
        }
        PEOPLE.forEach(person -> world.person(person).reads("Step 4, service managers"));

        Map<String, Long> copies = PEOPLE.stream()
                .flatMap(person -> world.messagesOf(person).stream().map(message -> person + ": " + message))
                .collect(Collectors.groupingBy(message -> message, Collectors.counting()));
        assertThat(copies)
                .hasSizeGreaterThan(8)
                .allSatisfy((message, times) -> assertThat(times).as(message).isEqualTo(1));
    }

    private void letTimePass() {
        waitUntilNothingIsDue();
        nextDue().filter(due -> due.isAfter(clock.instant())).ifPresent(clock::set);
        waitUntilNothingIsDue();
    }

    private void waitUntilNothingIsDue() {
        world.await(
                "nothing to be due",
                () -> nextDue().filter(due -> !due.isAfter(clock.instant())).isEmpty());
    }

    private Optional<Instant> nextDue() {
        return instances.get(0).nextDue();
    }
}
