package org.secondlook.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A process that is started, killed, frozen and started again. */
final class Server implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final File log;
    private final BooleanSupplier ready;
    private volatile Process process;

    /** Starts it, and returns once it is ready. It ends with this process, whatever becomes of that. */
    Server(String name, Path folder, List<String> command, Map<String, String> environment, BooleanSupplier ready) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = folder.resolve(name + ".log").toFile();
        this.ready = ready;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
        awaitReady();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again, and returns once it is ready. */
    void restart() {
        process = launch();
        awaitReady();
    }

    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private void awaitReady() {
        if (!Waiting.until(STARTS_WITHIN, () -> ready.getAsBoolean() || !process.isAlive()) || !process.isAlive()) {
            process.destroyForcibly();
            throw new AssertionError("Expected %s to start; see %s".formatted(name, log));
        }
    }

    private void signal(String signal) {
        try {
            int status = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new AssertionError("Expected %s to take SIG%s".formatted(name, signal));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process launch() {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to start " + name, e);
        }
    }
}
