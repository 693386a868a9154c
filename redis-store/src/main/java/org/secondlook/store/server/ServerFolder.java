package org.secondlook.store.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.secondlook.store.PrivateFile;
import org.secondlook.store.StoreSetupException;

/** The folder of a server: its data, how to reach it, and the lock by which one application at a time owns it. */
final class ServerFolder implements AutoCloseable {

    private static final int SECRET_BYTES = 32;

    private final Path folder;
    private final RandomAccessFile owner;

    private ServerFolder(Path folder, RandomAccessFile owner) {
        this.folder = folder;
        this.owner = owner;
    }

    /** Takes possession of the folder; the system gives it back when this process ends, however it ends. */
    static ServerFolder own(Path dataFolder) throws IOException {
        Path folder = dataFolder.toAbsolutePath().normalize().resolve("redis");
        Files.createDirectories(dataFolder);
        PrivateFile.createFolder(folder);
        RandomAccessFile file = new RandomAccessFile(folder.resolve("owner").toFile(), "rw");
        if (lock(file) == null) {
            file.close();
            throw new StoreSetupException(
                    "Expected to have the data folder %s to itself, but another running Second Look uses it. Stop that one first, or give this one a folder of its own (secondlook.data-dir)."
                            .formatted(dataFolder.toAbsolutePath().normalize()));
        }
        return new ServerFolder(folder, file);
    }

    private static @Nullable FileLock lock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path path() {
        return folder;
    }

    Path log() {
        return folder.resolve("redis.log");
    }

    Path pidFile() {
        return folder.resolve("redis.pid");
    }

    /** Where the last server of this folder listens or listened. */
    Optional<RedisAddress> address() throws IOException {
        Path file = addressFile();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file, UTF_8);
        return Optional.of(RedisAddress.local(Integer.parseInt(lines.get(0)), lines.get(1)));
    }

    /** A new place to listen at, under a new password. */
    RedisAddress newAddress() throws IOException {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        int port = freePort();
        new PrivateFile(addressFile()).write(port + "\n" + password + "\n", StandardCopyOption.REPLACE_EXISTING);
        return RedisAddress.local(port, password);
    }

    private Path addressFile() {
        return folder.resolve("address");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        owner.close();
    }
}
