package org.secondlook.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/** The clock on the wall of processes that were started under it. It runs, and can be put forward and back. */
final class WallClock {

    private final Path file;
    private final LongBuffer offset;

    WallClock(Path file) {
        this.file = file;
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            this.offset = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asLongBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }

    Instant now() {
        return Instant.now().plusMillis(offset.get(0));
    }

    synchronized void moveBy(Duration distance) {
        offset.put(0, offset.get(0) + distance.toMillis());
    }
}
