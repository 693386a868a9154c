package org.secondlook.store.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.clients.jedis.Protocol;

/** A primary with replicas, and three Sentinels that look after them. */
public final class TestSentinels implements AutoCloseable {

    private static final String PRIMARY = "second-look";
    private static final String PASSWORD = "p@ssword-of-the-servers";
    private static final String SENTINEL_PASSWORD = "password-of-the-sentinels";
    private static final int SENTINELS = 3;

    private final List<TestProcess> servers = new ArrayList<>();
    private final List<TestProcess> sentinels = new ArrayList<>();

    private TestSentinels() {}

    /**
     * Returns once everybody knows everybody.
     *
     * @param replicas how many, of which each write needs one
     * @param patience how long a server may not answer before it counts as failed
     */
    public static TestSentinels start(Path folder, int replicas, Duration patience) throws IOException {
        TestSentinels started = new TestSentinels();
        try {
            started.startServers(folder, replicas);
            started.startSentinels(folder, patience);
            return started;
        } catch (IOException | RuntimeException | Error e) {
            started.close();
            throw e;
        }
    }

    private void startServers(Path folder, int replicas) throws IOException {
        List<Integer> ports = TestProcess.freePorts(1 + replicas);
        for (int port : ports) {
            servers.add(TestProcess.server(
                    folder,
                    port,
                    PASSWORD,
                    "min-replicas-to-write 1",
                    "min-replicas-max-lag 10",
                    port == ports.get(0) ? "" : "replicaof 127.0.0.1 " + ports.get(0)));
        }
        servers.forEach(TestProcess::awaitReady);
        servers.get(0).await("have its replicas", redis -> {
            String replication = TestProcess.ask(redis, Protocol.Command.INFO, "replication");
            return replication.contains("min_slaves_good_slaves:" + replicas);
        });
    }

    private void startSentinels(Path folder, Duration patience) throws IOException {
        for (int port : TestProcess.freePorts(SENTINELS)) {
            sentinels.add(TestProcess.sentinel(
                    folder,
                    port,
                    SENTINEL_PASSWORD,
                    "sentinel sentinel-pass " + SENTINEL_PASSWORD,
                    "sentinel monitor %s 127.0.0.1 %d 2"
                            .formatted(PRIMARY, servers.get(0).port()),
                    "sentinel auth-pass %s %s".formatted(PRIMARY, PASSWORD),
                    "sentinel down-after-milliseconds %s %d".formatted(PRIMARY, patience.toMillis()),
                    "sentinel failover-timeout %s 10000".formatted(PRIMARY)));
        }
        String complete = "slaves=%d,sentinels=%d".formatted(servers.size() - 1, SENTINELS);
        for (TestProcess sentinel : sentinels) {
            sentinel.await(
                    "know the others",
                    redis -> TestProcess.ask(redis, Protocol.Command.INFO, "sentinel")
                            .contains(complete));
        }
    }

    /** With everybody's passwords. */
    public URI url() {
        String hosts = sentinels.stream().map(s -> "127.0.0.1:" + s.port()).collect(Collectors.joining(","));
        return URI.create("redis+sentinel://:%s@%s/%s?sentinel-password=%s"
                .formatted(PASSWORD.replace("@", "%40"), hosts, PRIMARY, SENTINEL_PASSWORD));
    }

    /** As somebody who may ask the primary everything but its settings. */
    public URI urlOfTenant() {
        servers.get(0).ask(Protocol.Command.ACL, "SETUSER", "tenant", "on", ">secret", "~*", "&*", "+@all", "-config");
        return URI.create(url().toString().replaceFirst("//.*?@", "//tenant:secret@"));
    }

    /** Changes a setting of the primary of the beginning. */
    public void setOnPrimary(String setting, String value) {
        servers.get(0).ask(Protocol.Command.CONFIG, "SET", setting, value);
    }

    /** Lets the first replica stand still: its connections stay, and it answers nothing. */
    public void freezeReplica() {
        servers.get(1).freeze();
    }

    /** Lets it go on. */
    public void thawReplica() {
        servers.get(1).thaw();
    }

    /** Ends the primary of the beginning as kill -9 does. */
    public void killPrimary() {
        servers.get(0).kill();
    }

    @Override
    public void close() {
        TestProcess.closeAll(Stream.concat(sentinels.stream(), servers.stream()));
    }
}
