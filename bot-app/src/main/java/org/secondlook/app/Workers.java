package org.secondlook.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.secondlook.core.turn.Clockwork;
import org.secondlook.core.turn.PostRoom;
import org.secondlook.store.KeyFile;
import org.springframework.context.SmartLifecycle;

/**
 * What runs without anybody asking: the turns of the clock, the outbox, and changed files. Any number of
 * instances may run beside each other. They start last and stop first; what is being sent is sent to its end.
 */
final class Workers implements SmartLifecycle {

    /** How often each looks for work, while there is none. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private static final Duration FILES_PAUSE = Duration.ofSeconds(5);
    private static final Duration PRESENCE_PAUSE = Duration.ofSeconds(10);
    private static final Duration AUDIT_PAUSE = Duration.ofMinutes(5);

    /** More than a few slow agencies can hold up, as each has two places in the sending. */
    private static final int POST_ROOMS = 8;

    /** The longest that a message takes to be sent, and a little. */
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private final Clockwork clockwork;
    private final ClockGuard clocks;
    private final PostRoom postRoom;
    private final PartnershipFiles partnerships;
    private final HolidaysFile holidays;
    private final Audits audits;
    private final KeyFile keys;
    private final DailyRoots roots;
    private final Hold hold;
    private final Presence presence;
    private final List<SlackSilence> silences;
    private @Nullable ScheduledThreadPoolExecutor threads;

    /** @param silences one where the bot is in Slack */
    Workers(
            Clockwork clockwork,
            ClockGuard clocks,
            PostRoom postRoom,
            PartnershipFiles partnerships,
            HolidaysFile holidays,
            Audits audits,
            KeyFile keys,
            DailyRoots roots,
            Hold hold,
            Presence presence,
            List<SlackSilence> silences) {
        this.clockwork = clockwork;
        this.clocks = clocks;
        this.postRoom = postRoom;
        this.partnerships = partnerships;
        this.holidays = holidays;
        this.audits = audits;
        this.keys = keys;
        this.roots = roots;
        this.hold = hold;
        this.presence = presence;
        this.silences = silences;
    }

    @Override
    public synchronized void start() {
        ScheduledThreadPoolExecutor started = new ScheduledThreadPoolExecutor(POST_ROOMS + 8);
        repeat(
                started,
                new Worker("clock", () -> presence.unlessInHold(() -> clocks.whileTheyAgree(clockwork::run))),
                PAUSE);
        for (int i = 0; i < POST_ROOMS; i++) {
            repeat(started, new Worker("outbox", () -> presence.unlessInHold(postRoom::run)), PAUSE);
        }
        repeat(started, new Worker("presence", presence::run), PRESENCE_PAUSE);
        silences.forEach(silence ->
                repeat(started, new Worker("silence", () -> presence.unlessInHold(silence::run)), PRESENCE_PAUSE));
        repeat(started, new Worker("directories", partnerships::reload), FILES_PAUSE);
        repeat(started, new Worker("holidays", holidays::reload), FILES_PAUSE);
        // Not at once: what became due while nothing ran is seen to first.
        repeat(started, new Worker("audit", this::audit), AUDIT_PAUSE, AUDIT_PAUSE);
        repeat(started, new Worker("keys", keys::reload), FILES_PAUSE);
        repeat(started, new Worker("roots", () -> presence.unlessInHold(roots::run)), FILES_PAUSE);
        threads = started;
    }

    /** In hold nothing is as it should be, and whoever watches the heartbeat is to hear of it. */
    private void audit() {
        presence.unlessInHold(audits::run);
        hold.remind();
    }

    private static void repeat(ScheduledThreadPoolExecutor threads, Worker worker, Duration pause) {
        repeat(threads, worker, Duration.ZERO, pause);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A worker ends only with its threads.
    private static void repeat(ScheduledThreadPoolExecutor threads, Worker worker, Duration wait, Duration pause) {
        threads.scheduleWithFixedDelay(worker, wait.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        if (threads == null) {
            return;
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        threads = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return threads != null;
    }
}
