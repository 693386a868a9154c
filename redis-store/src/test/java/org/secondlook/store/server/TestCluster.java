package org.secondlook.store.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.util.JedisClusterCRC16;

/** A cluster of masters that share the slots, each with as many replicas. */
public final class TestCluster implements AutoCloseable {

    private static final String PASSWORD = "password-of-the-cluster";

    private final List<TestProcess> masters = new ArrayList<>();
    private final List<TestProcess> replicas = new ArrayList<>();

    private TestCluster() {}

    /**
     * Returns once every slot has its master, and each master its replicas.
     *
     * @param replicas of each master, of which each write needs one
     * @param patience how long a node may not answer before it counts as failed
     */
    public static TestCluster start(Path folder, int masters, int replicas, Duration patience) throws IOException {
        TestCluster started = new TestCluster();
        try {
            started.startNodes(folder, masters, replicas, patience);
            started.join();
            started.share();
            started.replicate();
            return started;
        } catch (IOException | RuntimeException | Error e) {
            started.close();
            throw e;
        }
    }

    private void startNodes(Path folder, int many, int replicasOfEach, Duration patience) throws IOException {
        for (int port : TestProcess.freePorts(many * (1 + replicasOfEach))) {
            (masters.size() < many ? masters : replicas)
                    .add(TestProcess.server(
                            folder,
                            port,
                            PASSWORD,
                            "cluster-enabled yes",
                            "cluster-node-timeout " + patience.toMillis(),
                            "cluster-announce-ip 127.0.0.1",
                            "min-replicas-to-write " + Math.min(1, replicasOfEach),
                            "min-replicas-max-lag 10"));
        }
        nodes().forEach(TestProcess::awaitReady);
    }

    private List<TestProcess> nodes() {
        List<TestProcess> nodes = new ArrayList<>(masters);
        nodes.addAll(replicas);
        return nodes;
    }

    private void join() {
        int epoch = 1;
        for (TestProcess node : nodes()) {
            node.ask(Command.CLUSTER, "SET-CONFIG-EPOCH", epoch++);
        }
        for (TestProcess node : nodes()) {
            node.ask(Command.CLUSTER, "MEET", "127.0.0.1", masters.get(0).port());
        }
        String all = "cluster_known_nodes:" + nodes().size();
        for (TestProcess node : nodes()) {
            node.await(
                    "know the others",
                    redis -> TestProcess.ask(redis, Command.CLUSTER, "INFO").contains(all));
        }
    }

    private void share() {
        for (int i = 0; i < masters.size(); i++) {
            Object[] slots =
                    IntStream.range(firstSlot(i), firstSlot(i + 1)).boxed().toArray();
            List<Object> arguments = new ArrayList<>(List.of("ADDSLOTS"));
            arguments.addAll(List.of(slots));
            masters.get(i).ask(Command.CLUSTER, arguments.toArray());
        }
    }

    private int firstSlot(int master) {
        return Protocol.CLUSTER_HASHSLOTS * master / masters.size();
    }

    private void replicate() {
        for (int i = 0; i < replicas.size(); i++) {
            String master = masters.get(i % masters.size()).ask(Command.CLUSTER, "MYID");
            TestProcess replica = replicas.get(i);
            replica.await(
                    "follow its master",
                    redis -> TestProcess.ask(redis, Command.CLUSTER, "REPLICATE", master)
                            .equals("OK"));
        }
        String good = "min_slaves_good_slaves:" + replicas.size() / masters.size();
        for (TestProcess node : nodes()) {
            node.await(
                    "have the whole cluster",
                    redis -> TestProcess.ask(redis, Command.CLUSTER, "INFO").contains("cluster_state:ok"));
        }
        if (!replicas.isEmpty()) {
            for (TestProcess node : masters) {
                node.await(
                        "have its replicas",
                        redis -> TestProcess.ask(redis, Command.INFO, "replication")
                                .contains(good));
            }
        }
    }

    /** Names the masters of the beginning. */
    public URI url() {
        return URI.create("redis+cluster://:%s@%s"
                .formatted(
                        PASSWORD,
                        masters.stream().map(node -> "127.0.0.1:" + node.port()).collect(Collectors.joining(","))));
    }

    /** Which of the masters of the beginning has a key. */
    public int masterOf(String key) {
        int slot = JedisClusterCRC16.getSlot(key);
        return IntStream.range(0, masters.size())
                .filter(i -> slot < firstSlot(i + 1))
                .findFirst()
                .orElseThrow();
    }

    /** Where one of the masters of the beginning listens. */
    public int port(int master) {
        return masters.get(master).port();
    }

    /** Changes a setting of one of the masters of the beginning. */
    public void set(int master, String setting, String value) {
        masters.get(master).ask(Command.CONFIG, "SET", setting, value);
    }

    /** Lets all masters of the beginning forget everything. */
    public void flush() {
        masters.forEach(node -> node.ask(Command.FLUSHALL));
    }

    /** Ends one of the masters of the beginning as kill -9 does. */
    public void kill(int master) {
        masters.get(master).kill();
    }

    /** Waits until a replica has taken the place of a master that was killed. */
    public void awaitFailover(int master) {
        String failed = "127.0.0.1:" + masters.get(master).port();
        TestProcess another = masters.get((master + 1) % masters.size());
        another.await(
                "follow a new master",
                redis -> TestProcess.ask(redis, Command.CLUSTER, "NODES")
                        .lines()
                        .noneMatch(node -> node.contains(failed) && node.endsWith(slots(master))));
    }

    private String slots(int master) {
        return firstSlot(master) + "-" + (firstSlot(master + 1) - 1);
    }

    /** Starts one of the masters of the beginning again, where it stopped. */
    public void startAgain(int master) {
        masters.get(master).startAgain();
    }

    @Override
    public void close() {
        TestProcess.closeAll(nodes().stream());
    }
}
