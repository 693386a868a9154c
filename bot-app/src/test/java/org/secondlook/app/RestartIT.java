package org.secondlook.app;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.app.trial.BotProcess;
import org.secondlook.app.trial.Chat;
import org.secondlook.app.trial.wire.WireWorld;
import org.secondlook.store.KeyFile;

/** The application with a Redis of its own: what was kept is there again, however it ended. */
class RestartIT {

    @TempDir
    private Path data;

    private final WireWorld world = new WireWorld();
    private final Chat asha = world.person("asha-patel");
    private BotProcess bot;

    @BeforeEach
    void begin() {
        KeyFile.create(data.resolve("keys.json"));
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
        world.close();
    }

    @Test
    void afterAStop() {
        bot.close();
        bot = BotProcess.start(settings());

        asha.begins();
        asha.sees("You have begun one").presses("Carry on").sees("Question 2 of");
    }

    @Test
    void afterAKillThatLeavesRedisRunning() {
        bot.kill();
        bot = BotProcess.start(settings());

        asha.begins();
        asha.sees("You have begun one").presses("Carry on").sees("Question 2 of");
    }

    private List<String> settings() {
        return world.settings(data, data.resolve("keys.json"));
    }
}
