package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.app.trial.BotProcess;
import org.secondlook.app.trial.Chat;
import org.secondlook.app.trial.FlowingClock;
import org.secondlook.app.trial.RunningBot;
import org.secondlook.app.trial.wire.WireWorld;
import org.secondlook.core.turn.SettableClock;
import org.secondlook.store.KeyFile;

/** The application with a Redis of its own: what was kept is there again, however it ended. */
class RestartIT {

    @TempDir
    private Path data;

    private final WireWorld world = new WireWorld();
    private final Chat asha = world.person("asha-patel");

    @BeforeEach
    void begin() {
        KeyFile.create(data.resolve("keys.json"));
    }

    @AfterEach
    void end() {
        world.close();
    }

    private List<String> settings() {
        return world.settings(data, data.resolve("keys.json"));
    }

    /** In a process of its own, which can be killed. */
    @Nested
    class ADraft {

        private BotProcess bot;

        @BeforeEach
        void begin() {
            bot = BotProcess.start(settings());
            asha.begins();
            asha.sees("First, is it urgent?")
                    .answers("Is any child in danger", "No")
                    .presses("Continue");
            asha.sees("Question 2 of");
        }

        @AfterEach
        void end() {
            bot.close();
        }

        @Test
        void outlivesAStop() {
            bot.close();
            bot = BotProcess.start(settings());

            asha.begins();
            asha.sees("You have begun one").presses("Carry on").sees("Question 2 of");
        }

        @Test
        void outlivesAKillThatLeavesRedisRunning() {
            bot.kill();
            bot = BotProcess.start(settings());

            asha.begins();
            asha.sees("You have begun one").presses("Carry on").sees("Question 2 of");
        }
    }

    /** In this process, on a clock that can be moved. */
    @Nested
    class AnOpenCase {

        private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

        private final FlowingClock clock = new FlowingClock("2026-12-01T10:00");
        private final Chat tom = world.person("tom-reed");
        private RunningBot bot;

        @BeforeEach
        void raise() {
            bot = RunningBot.start(settings(), clock);
            asha.begins();
            Stories.raises(asha, "Northshire Council", "Dan Moore", MONDAY, "By 5pm on Friday");
            asha.presses("Send to Tom Reed").sees("Reference NS-");
        }

        @AfterEach
        void end() {
            bot.close();
        }

        @Test
        void outlivesStopsWithItsMessagesAndReminders() {
            restart();
            assertThat(world.messagesOf("tom-reed")).isEmpty();
            clock.set(SettableClock.instant("2026-12-01T10:03"));
            tom.reads("A colleague has asked you");

            restart();
            assertThat(bot.nextDue()).contains(SettableClock.instant("2026-12-02T09:30"));
            clock.set(SettableClock.instant("2026-12-02T09:30"));
            tom.reads("Something is due today");

            restart();
            clock.set(SettableClock.instant("2026-12-02T09:31"));
            tom.pressesIn("A colleague has asked you", "Read it")
                    .sees("Do you know this child")
                    .presses("No")
                    .sees("Has anything changed for the child?")
                    .presses("No");
            tom.sees("Three visits were missed.");
            assertThat(world.messagesOf("tom-reed")).hasSize(2);
        }

        private void restart() {
            bot.close();
            bot = RunningBot.start(settings(), clock);
        }
    }
}
