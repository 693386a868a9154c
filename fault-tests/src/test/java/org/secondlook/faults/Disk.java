package org.secondlook.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The disk under a Redis: knows what had reached it, and can lose the rest as a power cut does. */
final class Disk {

    private static final int RECORD = 2 * Long.BYTES;

    private final Path record;
    private final Path logs;

    Disk(Path redis) {
        this.record = redis.resolve("synced");
        this.logs = redis.resolve("appendonlydir");
        try {
            Files.write(record, new byte[RECORD]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path record() {
        return record;
    }

    /** Cuts the log to what had reached the disk, after the server was killed. Returns how many bytes that took. */
    long loseWhatWasNotSynced() {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(record)).order(ByteOrder.nativeOrder());
            long synced = bytes.getLong();
            long inode = bytes.getLong();
            long lost = 0;
            for (Path log : logs()) {
                if ((long) Files.getAttribute(log, "unix:ino") == inode) {
                    lost += Math.max(0, Files.size(log) - synced);
                    try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
                        channel.truncate(synced);
                    }
                }
            }
            return lost;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.toString().endsWith(".incr.aof")).toList();
        }
    }
}
