package org.secondlook.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.app.trial.Chat;
import org.secondlook.app.trial.wire.WireWorld;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.SettableClock;
import org.secondlook.store.KeyFile;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Without a playground: requests signed as Slack and as the Bot Connector sign them, and servers of our own behind. */
class StoriesOverTheWireIT extends Stories {

    @TempDir
    private Path data;

    private final SettableClock clock = new SettableClock("2026-12-01T10:00");
    private final WireWorld world = new WireWorld();
    private ConfigurableApplicationContext application;

    @BeforeEach
    void start() {
        Path keys = data.resolve("keys.json");
        KeyFile.create(keys);
        SpringApplication start = new SpringApplication(SecondLookApplication.class);
        start.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean(Clocks.class, () -> new Clocks(Clock.systemUTC(), clock), its -> its.setPrimary(true)));
        application = start.run(world.settings(data, keys).toArray(String[]::new));
    }

    @AfterEach
    void stop() {
        application.close();
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
        application
                .getBean(CaseStore.class)
                .nextDue(new PartnershipId("northshire"))
                .filter(due -> due.isAfter(clock.instant()))
                .ifPresent(clock::set);
    }

    @Override
    LocalDate tuesday() {
        return LocalDate.of(2026, 12, 1);
    }

    /** There is nothing to see. */
    @Override
    void picture(String name) {}
}
