package org.secondlook.store.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** The smallest cluster: one node that has every slot. */
public final class TestCluster implements AutoCloseable {

    private final Process process;
    private final UnifiedJedis redis;

    private TestCluster(Process process, UnifiedJedis redis) {
        this.process = process;
        this.redis = redis;
    }

    public static TestCluster start(Path folder) throws IOException {
        int port = freePort();
        Path program = ServerProgram.ofThisSystem().find(ServerSettings.Source.BUNDLED, folder);
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--port",
                        String.valueOf(port),
                        "--bind",
                        "127.0.0.1",
                        "--dir",
                        folder.toString(),
                        "--cluster-enabled",
                        "yes",
                        "--cluster-announce-ip",
                        "127.0.0.1")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("cluster.log").toFile())
                .start();
        HostAndPort node = new HostAndPort("127.0.0.1", port);
        try (UnifiedJedis redis = RedisClient.builder().hostAndPort(node).build()) {
            Waiting.until(Duration.ofSeconds(10), () -> answers(redis));
            ask(redis, "ADDSLOTSRANGE", "0", "16383");
            Waiting.until(Duration.ofSeconds(10), () -> isReady(redis));
        }
        return new TestCluster(
                process, RedisClusterClient.builder().nodes(Set.of(node)).build());
    }

    private static boolean answers(UnifiedJedis redis) {
        try {
            return redis.ping().equals("PONG");
        } catch (JedisException e) {
            return false;
        }
    }

    private static boolean isReady(UnifiedJedis redis) {
        return new String((byte[]) ask(redis, "INFO"), UTF_8).contains("cluster_state:ok");
    }

    private static Object ask(UnifiedJedis redis, Object... arguments) {
        return redis.executeCommand(new CommandArguments(Protocol.Command.CLUSTER).addObjects(arguments));
    }

    private static int freePort() throws IOException {
        // The port of the nodes among themselves is 10,000 higher.
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (socket.getLocalPort() < 55_000) {
                    return socket.getLocalPort();
                }
            }
        }
    }

    public UnifiedJedis redis() {
        return redis;
    }

    @Override
    public void close() {
        redis.close();
        process.destroyForcibly();
    }
}
