package org.secondlook.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.secondlook.store.PlainRecords;
import org.secondlook.store.RedisStore;
import org.secondlook.store.server.ServerSettings;

/**
 * Writes to the store without a pause until power is lost, and counts what was answered and is gone. The store does not open a
 * server that syncs every second only; for the control, that server does not tell its settings, and is vouched for.
 */
final class PowerCuts {

    private static final int WRITERS = 4;
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);

    private final Path folder;
    private final WallClock clock;
    private final String appendfsync;
    private final Random random;
    private int acknowledged;
    private int lost;

    /** @param folder where the libraries are, and a Redis is put */
    PowerCuts(Path folder, WallClock clock, String appendfsync, Random random) {
        this.folder = folder;
        this.clock = clock;
        this.appendfsync = appendfsync;
        this.random = random;
    }

    int acknowledged() {
        return acknowledged;
    }

    int lost() {
        return lost;
    }

    /** Cuts power so many times. */
    PowerCuts cut(int times) {
        try (Redis redis = new Redis(
                folder.resolve("power-" + appendfsync), folder, clock, appendfsync, "rename-command CONFIG \"\"")) {
            for (int i = 0; i < times; i++) {
                cut(redis, "cut" + i + ".");
            }
        }
        return this;
    }

    private void cut(Redis redis, String prefix) {
        AtomicIntegerArray answered = new AtomicIntegerArray(WRITERS);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try (RedisStore store = open(redis)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.execute(() -> write(store.records(), prefix, number, answered));
            }
            Waiting.pause(Duration.ofMillis(300 + random.nextInt(400)));
            redis.losePower();
            writers.shutdownNow();
            Waiting.until(ENDS_WITHIN, writers::isTerminated);
        }
        redis.restart();
        try (RedisStore store = open(redis)) {
            PlainRecords records = store.records();
            for (int writer = 0; writer < WRITERS; writer++) {
                acknowledged += answered.get(writer);
                for (int i = 0; i < answered.get(writer); i++) {
                    lost += records.find(name(prefix, writer, i)).isEmpty() ? 1 : 0;
                }
            }
        }
    }

    /** Until there is no answer any more. */
    private static void write(PlainRecords records, String prefix, int writer, AtomicIntegerArray answered) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                records.replace(name(prefix, writer, answered.get(writer)), Map.of("kept", "yes"));
                answered.incrementAndGet(writer);
            }
        } catch (RuntimeException e) {
            // Power was lost under it: what it waited for was not answered.
        }
    }

    private static String name(String prefix, int writer, int number) {
        return prefix + writer + "." + number;
    }

    private RedisStore open(Redis redis) {
        return RedisStore.open(new ServerSettings(Optional.of(redis.url()), ServerSettings.Source.PATH, folder), true);
    }
}
