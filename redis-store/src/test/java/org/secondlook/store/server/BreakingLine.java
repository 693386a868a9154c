package org.secondlook.store.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a client and a server, and cuts the connection before a question arrives or before its answer does. */
public final class BreakingLine implements AutoCloseable {

    private static final int CHUNK = 65_536;

    private final URI server;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile String wanted = "";

    public BreakingLine(RedisAddress server) {
        this.server = server.uri();
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::welcome);
    }

    /** The server, at the other end of the line. */
    public RedisAddress address() {
        return new RedisAddress(
                URI.create("redis://%s@127.0.0.1:%d".formatted(server.getUserInfo(), door.getLocalPort())));
    }

    /** The next questions in which this stands do not arrive. */
    public void loseQuestions(int times, String text) {
        wanted = text;
        questions.set(times);
    }

    /** The next questions in which this stands are answered, and the answers do not arrive. */
    public void loseAnswers(int times, String text) {
        wanted = text;
        answers.set(times);
    }

    /** How many are still to be lost. */
    public int left() {
        return questions.get() + answers.get();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Line line = new Line(door.accept(), new Socket(server.getHost(), server.getPort()));
                threads.execute(line::toServer);
                threads.execute(line::toClient);
            } catch (IOException e) {
                return; // The line was closed.
            }
        }
    }

    /** One connection. */
    private final class Line {

        private final Socket client;
        private final Socket to;
        private volatile boolean losing;

        Line(Socket client, Socket to) {
            this.client = client;
            this.to = to;
        }

        void toServer() {
            pump(client, to, chunk -> {
                if (!wanted.isEmpty() && new String(chunk, ISO_8859_1).contains(wanted)) {
                    losing = take(answers);
                    return take(questions);
                }
                return false;
            });
        }

        /** The server has answered what it has done: when the first byte comes back, all of it is done. */
        void toClient() {
            pump(to, client, chunk -> losing);
        }

        private boolean take(AtomicInteger count) {
            return count.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        }

        private void pump(Socket from, Socket into, Breaking breaking) {
            try (from;
                    into) {
                InputStream in = from.getInputStream();
                OutputStream out = into.getOutputStream();
                byte[] chunk = new byte[CHUNK];
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    byte[] bytes = Arrays.copyOf(chunk, read);
                    if (breaking.breaks(bytes)) {
                        return;
                    }
                    out.write(bytes);
                }
            } catch (IOException e) {
                // One side has gone; the other goes too.
            }
        }
    }

    private interface Breaking {
        boolean breaks(byte[] bytes);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
