package org.secondlook.store.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.secondlook.store.StoreSetupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one server running in a folder: starts it again when it ends by itself, but not for ever. */
final class Supervisor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);

    private static final int RESTARTS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    /** A server that ran so long is counted as one that started well. */
    private static final Duration WELL = Duration.ofMinutes(1);

    private final Path program;
    private final ServerFolder folder;
    private final CountDownLatch closing = new CountDownLatch(1);
    private ServerProcess server;

    private Supervisor(Path program, ServerFolder folder, ServerProcess server) {
        this.program = program;
        this.folder = folder;
        this.server = server;
    }

    /** Takes over the server that runs in a folder, or starts one, and looks after it. */
    static Supervisor begin(Path program, ServerFolder folder) throws IOException {
        Optional<ServerProcess> leftBehind = ServerProcess.leftBehind(folder);
        ServerProcess server =
                leftBehind.isPresent() ? leftBehind.get() : ServerProcess.start(program, folder, folder.newAddress());
        server.awaitReady();
        log.info(
                "Redis server {} address={} pid={} folder={}",
                leftBehind.isPresent() ? "taken over" : "started",
                server.address(),
                server.pid(),
                folder.path());
        Supervisor supervisor = new Supervisor(program, folder, server);
        Thread thread = new Thread(supervisor::watch, "redis-supervisor");
        thread.setDaemon(true);
        thread.start();
        return supervisor;
    }

    RedisAddress address() {
        return current().address();
    }

    long pid() {
        return current().pid();
    }

    private synchronized ServerProcess current() {
        return server;
    }

    private void watch() {
        int restarts = 0;
        long since = System.nanoTime();
        while (restarts <= RESTARTS) {
            current().awaitEnd();
            restarts = System.nanoTime() - since > WELL.toNanos() ? 0 : restarts + 1;
            since = System.nanoTime();
            if (!pause(restarts) || !restart()) {
                return;
            }
        }
        log.error("Redis server ended again and again and is not started any more folder={}", folder.path());
    }

    /** Whether it is still wanted after a pause. */
    private boolean pause(int restarts) {
        try {
            return !closing.await(FIRST_PAUSE.toMillis() << restarts, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized boolean restart() {
        if (closing.getCount() == 0) {
            return false;
        }
        try {
            log.warn("Redis server ended by itself, starting it again pid={} folder={}", server.pid(), folder.path());
            server = ServerProcess.start(program, folder, server.address());
        } catch (IOException e) {
            log.error("Redis server cannot be started folder={}", folder.path(), e);
        }
        return true;
    }

    /** Ends the server and gives the folder back. */
    @Override
    public synchronized void close() {
        if (closing.getCount() == 0) {
            return;
        }
        closing.countDown();
        server.stop();
        try {
            folder.close();
        } catch (IOException e) {
            throw new StoreSetupException("Expected to give back %s: %s".formatted(folder.path(), e.getMessage()), e);
        }
    }
}
