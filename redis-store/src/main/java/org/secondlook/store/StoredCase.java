package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a case, as it stood at one moment; everything is empty where there is none.
 *
 * @param key the key of the case, sealed
 * @param head what the log ends with, sealed
 * @param log its events
 */
record StoredCase(Optional<String> key, Optional<String> head, List<byte[]> log) {

    /** What a script answered. */
    static StoredCase of(@Nullable Object key, @Nullable Object head, Object log) {
        return new StoredCase(
                text(key),
                text(head),
                ((List<?>) log).stream().map(byte[].class::cast).toList());
    }

    boolean isNone() {
        return key.isEmpty() && head.isEmpty() && log.isEmpty();
    }

    private static Optional<String> text(@Nullable Object bytes) {
        return Optional.ofNullable((byte[]) bytes).map(b -> new String(b, UTF_8));
    }
}
