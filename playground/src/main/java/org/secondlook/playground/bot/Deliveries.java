package org.secondlook.playground.bot;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs deliveries on a few threads of its own, so that one slow answer holds up no other. */
public final class Deliveries implements Later, AutoCloseable {

    private static final int THREADS = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "playground-delivery");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public void run(Duration delay, Runnable delivery) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, threads)
                .execute(delivery);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
