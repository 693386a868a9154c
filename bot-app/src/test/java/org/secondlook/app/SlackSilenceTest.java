package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.core.outbox.Gap;
import org.secondlook.core.turn.SettableClock;
import org.secondlook.store.RedisStore;
import org.secondlook.store.server.ServerSettings;

class SlackSilenceTest {

    @TempDir
    private static Path data;

    private static RedisStore store;
    private static int workspaces;

    private final String workspace = "T0" + ++workspaces;
    private final SettableClock clock = new SettableClock("2026-12-01T09:00");
    private final List<Gap> told = new ArrayList<>();
    private final SlackSilence here = instance();
    private final SlackSilence there = instance();

    @BeforeAll
    static void start() {
        store = RedisStore.open(new ServerSettings(Optional.empty(), ServerSettings.Source.BUNDLED, data), false);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    private SlackSilence instance() {
        return new SlackSilence(store.records(), clock, (organisation, gap) -> {
            assertThat(organisation).isEqualTo(workspace);
            told.add(gap);
        });
    }

    private Instant at(String time) {
        clock.set(SettableClock.instant("2026-12-01T" + time));
        return clock.instant();
    }

    private void look() {
        here.run();
        there.run();
    }

    /** Slack sends back what the bot posts. */
    private void messagesComeBack() {
        here.posted(workspace, at("09:00"));
        here.arrived(workspace, true);
        look();
    }

    @Test
    void isToldOnceEventsComeAgainSinceTheLastThatCame() {
        messagesComeBack();
        here.posted(workspace, at("14:45"));
        look();
        at("16:00");
        look();
        assertThat(told).isEmpty();

        Instant again = at("17:00");
        there.arrived(workspace, false);
        look();

        assertThat(told).containsExactly(new Gap(SettableClock.instant("2026-12-01T09:00"), again));
        here.arrived(workspace, true);
        look();
        assertThat(told).hasSize(1);
    }

    @Test
    void endsAlsoWithTheNextMessageThatComesBack() {
        messagesComeBack();
        here.posted(workspace, at("14:45"));
        look();
        here.posted(workspace, at("17:00"));
        here.arrived(workspace, true);
        look();

        assertThat(told).hasSize(1);
    }

    @Test
    void isNoneWhereTheMessageComesBackToAnotherInstance() {
        messagesComeBack();
        here.posted(workspace, at("14:45"));
        there.arrived(workspace, true);
        look();
        at("17:00");
        there.arrived(workspace, false);
        look();

        assertThat(told).isEmpty();
    }

    @Test
    void isNoneWhereTheMessageComesBackBeforeSlackAnsweredTheCall() {
        messagesComeBack();
        Instant handedIn = at("14:45");
        here.arrived(workspace, true);
        here.posted(workspace, handedIn);
        look();
        at("17:00");
        here.arrived(workspace, false);
        look();

        assertThat(told).isEmpty();
    }

    @Test
    void isNoneWhileNobodyIsWrittenTo() {
        messagesComeBack();
        at("17:00");
        here.arrived(workspace, false);
        look();

        assertThat(told).isEmpty();
    }

    @Test
    void isNoneWithinTheTimeForWhichSlackDeliversAgain() {
        messagesComeBack();
        here.posted(workspace, at("14:45"));
        look();
        at("14:50");
        here.arrived(workspace, true);
        look();

        assertThat(told).isEmpty();
    }

    @Test
    void isNotFoundWhereNoMessageEverCameBack() {
        at("09:00");
        here.arrived(workspace, false);
        here.posted(workspace, at("10:00"));
        look();
        at("17:00");
        here.arrived(workspace, false);
        look();

        assertThat(told).isEmpty();
    }

    @Test
    void isToldOnceWhereMessagesNeverComeBackAgain() {
        messagesComeBack();
        here.posted(workspace, at("10:00"));
        look();
        at("11:00");
        here.arrived(workspace, false);
        look();
        here.posted(workspace, at("12:00"));
        look();
        at("13:00");
        here.arrived(workspace, false);
        look();

        assertThat(told).hasSize(1);
    }
}
