package org.secondlook.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server as a process of its own; all are started with the same options of the JVM. */
final class ServerUnderTest implements AutoCloseable {

    private static final List<String> JVM = List.of("-Xms512m", "-Xmx512m");
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);

    private final Process process;
    private final int port;

    private ServerUnderTest(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a server and returns once it answers.
     *
     * @param program what stands behind the options of the JVM: a jar, or a class
     * @param settings beside the ports
     */
    static ServerUnderTest start(Path log, List<String> program, List<String> settings) {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(JVM);
        command.addAll(program);
        command.addAll(settings);
        command.add("--server.address=127.0.0.1");
        command.add("--server.tomcat.max-keep-alive-requests=-1");
        command.add("--server.port=" + port);
        command.add("--management.server.port=" + freePort());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            ServerUnderTest server = new ServerUnderTest(process, port);
            server.awaitAnswer(log);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** The time that its threads have spent on the processors so far. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void awaitAnswer(Path log) {
        long since = System.nanoTime();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - since > STARTS_WITHIN.toNanos()) {
                close();
                throw new IllegalStateException("Expected the server to start; it says why not in " + log);
            }
        }
    }

    /** Whether it refuses what is not signed. */
    private boolean answers() {
        HttpRequest unsigned = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + Slack.PATH))
                .POST(HttpRequest.BodyPublishers.ofString("payload="))
                .build();
        try {
            int status = HttpClient.newHttpClient()
                    .send(unsigned, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status == 401;
        } catch (ConnectException e) {
            return pause();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
