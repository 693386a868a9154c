package org.secondlook.app.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.secondlook.store.RedisStore;

/** Stands between the application and Redis, and can hold a commit before it is done, or the answer after it is. */
public final class RedisGate implements AutoCloseable {

    private static final int CHUNK = 65_536;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI redis;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final byte[] commit = digestOf("commit.lua");
    private volatile Hold hold = Hold.NOTHING;
    private volatile CountDownLatch held = new CountDownLatch(1);

    /** What is held. */
    public enum Hold {
        NOTHING,
        THE_COMMIT,
        ITS_ANSWER
    }

    /** Opens a gate to a server. */
    public RedisGate(URI redis) {
        this.redis = redis;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::welcome);
    }

    /** The server as seen through the gate. */
    public URI url() {
        return URI.create("redis://%s@127.0.0.1:%d".formatted(redis.getUserInfo(), door.getLocalPort()));
    }

    /** From now on. */
    public void hold(Hold what) {
        held = new CountDownLatch(1);
        hold = what;
    }

    /** Waits until something is held. */
    public void awaitHeld() {
        try {
            if (!held.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Expected the gate to hold %s within %d seconds, but nothing came"
                        .formatted(hold, PATIENCE.toSeconds()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(redis.getHost(), redis.getPort());
                Line line = new Line(client, server);
                threads.execute(line::toServer);
                threads.execute(line::toClient);
            } catch (IOException e) {
                return; // The gate was closed.
            }
        }
    }

    /** One connection. */
    private final class Line {

        private final Socket client;
        private final Socket server;
        private volatile boolean answerHeld;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void toServer() {
            pump(client, server, bytes -> {
                boolean isCommit = hold != Hold.NOTHING && contains(bytes, commit);
                answerHeld |= isCommit && hold == Hold.ITS_ANSWER;
                return isCommit && hold == Hold.THE_COMMIT;
            });
        }

        void toClient() {
            pump(server, client, bytes -> answerHeld);
        }

        private void pump(Socket from, Socket to, Holding holding) {
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] chunk = new byte[CHUNK];
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    byte[] bytes = Arrays.copyOf(chunk, read);
                    if (holding.holds(bytes)) {
                        held.countDown();
                    } else {
                        out.write(bytes);
                    }
                }
            } catch (IOException e) {
                // One side has gone; the other goes too.
            }
        }
    }

    private interface Holding {
        boolean holds(byte[] bytes);
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }

    private static byte[] digestOf(String script) {
        try (InputStream in = Objects.requireNonNull(RedisStore.class.getResourceAsStream(script))) {
            byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(in.readAllBytes());
            return HexFormat.of().formatHex(sha1).getBytes(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
