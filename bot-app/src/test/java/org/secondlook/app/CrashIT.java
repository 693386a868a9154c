package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondlook.app.trial.BotProcess;
import org.secondlook.app.trial.Chat;
import org.secondlook.app.trial.RedisGate;
import org.secondlook.app.trial.RedisGate.Hold;
import org.secondlook.app.trial.wire.WireWorld;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.casework.History;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.store.KeyFile;
import org.secondlook.store.RedisStore;
import org.secondlook.store.server.RedisServer;
import org.secondlook.store.server.ServerSettings;

/** The application is killed between a press and the next screen: the press is wholly there, or can be made again. */
class CrashIT {

    @TempDir
    private Path data;

    private final WireWorld world = new WireWorld();
    private RedisServer redis;
    private RedisGate gate;
    private BotProcess bot;

    @BeforeEach
    void start() {
        redis = RedisServer.start(new ServerSettings(Optional.empty(), ServerSettings.Source.BUNDLED, data));
        gate = new RedisGate(redis.address().uri());
        KeyFile.create(data.resolve("keys.json"));
        bot = BotProcess.start(settings());
    }

    @AfterEach
    void stop() {
        bot.close();
        gate.close();
        redis.close();
        world.close();
    }

    private List<String> settings() {
        return world.settings(data, data.resolve("keys.json"), "--secondlook.redis.url=" + gate.url());
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"asha-patel, THE_COMMIT", "asha-patel, ITS_ANSWER", "dan-moore, THE_COMMIT", "dan-moore, ITS_ANSWER"})
    void anAnswerIsWhollyThereOrCanBeGivenAgain(String name, Hold moment) {
        Chat person = world.person(name);
        person.begins();
        person.sees("First, is it urgent?")
                .answers("Is any child in danger", "No")
                .presses("Continue");
        person.sees("Question 2 of").answers("What is the difference about?", "Whether a referral");

        dies(person, "Continue", moment);

        person.presses("Continue").sees("Question 3 of");
    }

    @Test
    void anAnswerThatWasStoredIsThereWithoutAnotherPress() {
        Chat asha = world.person("asha-patel");
        asha.begins();
        asha.sees("First, is it urgent?")
                .answers("Is any child in danger", "No")
                .presses("Continue");
        asha.sees("Question 2 of").answers("What is the difference about?", "Whether a referral");

        dies(asha, "Continue", Hold.ITS_ANSWER);

        asha.begins();
        asha.sees("You have begun one").presses("Carry on").sees("Question 3 of");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "asha-patel, Northshire Council, Dan Moore, THE_COMMIT",
        "asha-patel, Northshire Council, Dan Moore, ITS_ANSWER",
        "dan-moore, Northshire Community NHS Trust, Asha Patel, THE_COMMIT",
        "dan-moore, Northshire Community NHS Trust, Asha Patel, ITS_ANSWER"
    })
    void whatIsSentIsSentOnce(String name, String agency, String decider, Hold moment) {
        Chat person = world.person(name);
        person.begins();
        Stories.raises(person, agency, decider, LocalDate.now(WorkingCalendar.LONDON), "By 5pm");

        dies(person, "Send to", moment);
        assertThat(cases(name)).hasSize(moment == Hold.ITS_ANSWER ? 1 : 0);

        person.presses("Send to").sees(moment == Hold.ITS_ANSWER ? "did this at" : "Reference NS-");
        assertThat(cases(name)).hasSize(1);
    }

    private List<History> cases(String person) {
        ServerSettings settings =
                new ServerSettings(Optional.of(redis.address().uri()), ServerSettings.Source.AUTO, data);
        try (RedisStore store = RedisStore.open(settings, false)) {
            return store.cases(KeyFile.open(data.resolve("keys.json")))
                    .listed(new PartnershipId("northshire"), new PersonId(person), Set.of());
        }
    }

    private void dies(Chat person, String press, Hold moment) {
        gate.hold(moment);
        CompletableFuture<Void> pressing = CompletableFuture.runAsync(() -> person.presses(press));
        gate.awaitHeld();
        bot.kill();
        assertThatThrownBy(pressing::join).hasCauseInstanceOf(UncheckedIOException.class);
        gate.hold(Hold.NOTHING);
        bot = BotProcess.start(settings());
    }
}
