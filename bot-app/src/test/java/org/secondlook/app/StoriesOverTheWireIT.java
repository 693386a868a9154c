package org.secondlook.app;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.app.trial.Chat;
import org.secondlook.app.trial.RunningBot;
import org.secondlook.app.trial.wire.WireWorld;
import org.secondlook.core.turn.SettableClock;
import org.secondlook.store.KeyFile;

/** Without a playground: requests signed as Slack and as the Bot Connector sign them, and servers of our own behind. */
class StoriesOverTheWireIT extends Stories {

    @TempDir
    private Path data;

    private final SettableClock clock = new SettableClock("2026-12-01T10:00");
    private final WireWorld world = new WireWorld();
    private RunningBot bot;

    @BeforeEach
    void start() {
        Path keys = data.resolve("keys.json");
        KeyFile.create(keys);
        bot = RunningBot.start(world.settings(data, keys), clock);
    }

    @AfterEach
    void stop() {
        bot.close();
        world.close();
    }

    @Override
    Chat person(String name) {
        return world.person(name);
    }

    /** Everybody sees their own messages at all times. */
    @Override
    void show(String... people) {}

    @Override
    void letTimePass() {
        bot.nextDue().filter(due -> due.isAfter(clock.instant())).ifPresent(clock::set);
    }

    @Override
    LocalDate tuesday() {
        return LocalDate.of(2026, 12, 1);
    }

    /** There is nothing to see. */
    @Override
    void picture(String name) {}
}
