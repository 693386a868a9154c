package org.secondlook.playground.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values under slash-separated keys, in key order; written to its file shortly after each change and on close. */
public final class Journal implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int WRITE_DELAY_MILLIS = 200;

    private final @Nullable Path file;
    private final TreeMap<String, JsonNode> values = new TreeMap<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "playground-journal");
        thread.setDaemon(true);
        return thread;
    });
    private boolean unwritten;

    private Journal(@Nullable Path file) {
        this.file = file;
    }

    /** A journal kept in the file at this path, or only in memory when the path is empty. */
    public static Journal at(String path) {
        if (path.isEmpty()) {
            return new Journal(null);
        }
        Path file = Path.of(path);
        Journal journal = new Journal(file);
        if (Files.exists(file)) {
            JSON.readTree(file).forEachEntry(journal.values::put);
        }
        return journal;
    }

    public synchronized void put(String key, Object value) {
        values.put(key, JSON.valueToTree(value));
        changed();
    }

    public synchronized void remove(String key) {
        if (values.remove(key) != null) {
            changed();
        }
    }

    public synchronized <T> Optional<T> get(String key, Class<T> type) {
        return Optional.ofNullable(values.get(key)).map(value -> JSON.treeToValue(value.deepCopy(), type));
    }

    /** All values whose keys start with the prefix, in key order. */
    public synchronized <T> List<T> under(String prefix, Class<T> type) {
        SortedMap<String, JsonNode> found = values.subMap(prefix, prefix + Character.MAX_VALUE);
        return found.values().stream()
                .map(value -> JSON.treeToValue(value.deepCopy(), type))
                .toList();
    }

    @Override
    public void close() {
        writer.shutdownNow();
        write();
    }

    private void changed() {
        if (file != null && !unwritten) {
            unwritten = true;
            CompletableFuture.delayedExecutor(WRITE_DELAY_MILLIS, TimeUnit.MILLISECONDS, writer)
                    .execute(this::write);
        }
    }

    private synchronized void write() {
        if (file == null || !unwritten) {
            return;
        }
        unwritten = false;
        try {
            Path directory = file.toAbsolutePath().getParent();
            Files.createDirectories(directory);
            Path fresh = Files.createTempFile(directory, "playground", ".json");
            JSON.writeValue(fresh, values);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to write the journal " + file, e);
        }
    }
}
