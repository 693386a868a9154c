package org.secondlook.app.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.secondlook.app.SecondLookApplication;

/** The application as a process of its own, so that it can be killed. */
public final class BotProcess implements AutoCloseable {

    private final Process process;

    private BotProcess(Process process) {
        this.process = process;
    }

    /** Starts it, and returns once it is ready. */
    public static BotProcess start(List<String> settings) {
        BotProcess bot = new BotProcess(launch(settings));
        BufferedReader output = bot.process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                if (line.contains("Started SecondLookApplication")) {
                    drain(output);
                    return bot;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("Expected the application to start, but it said:\n" + said);
    }

    /** Starts it where it is to refuse, and gives what it says until its end. */
    public static String refusal(List<String> settings) {
        Process process = launch(settings);
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() == 0) {
                throw new AssertionError("Expected the application to refuse to start");
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it as kill -9 does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    /** Reads on, so that it never waits for somebody to read what it says. */
    private static void drain(BufferedReader output) {
        Thread reader = new Thread(() -> readOn(output), "output of the application");
        reader.setDaemon(true);
        reader.start();
    }

    private static void readOn(BufferedReader output) {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // It has ended.
        }
    }

    private static Process launch(List<String> settings) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SecondLookApplication.class.getName()));
        command.addAll(settings);
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
