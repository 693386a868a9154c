package org.secondlook.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;

/**
 * What was read not long ago, by the very bytes that are stored: the same bytes at the same place are the same thing, and any
 * others are read and found out. So nothing that is kept here can be out of date.
 */
final class AlreadyRead {

    /** As it is stored; in memory each takes several times as much. */
    private static final long MOST_BYTES = 8L << 20;

    private static final Duration KEPT_UNREAD = Duration.ofMinutes(10);

    private final Cache<At, Kept> read;

    private AlreadyRead(long mostBytes) {
        this.read = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((At at, Kept kept) -> kept.bytes())
                .expireAfterAccess(KEPT_UNREAD)
                .executor(Runnable::run)
                .build();
    }

    static AlreadyRead some() {
        return new AlreadyRead(MOST_BYTES);
    }

    /** For whoever reads to check what is stored. */
    static AlreadyRead none() {
        return new AlreadyRead(0);
    }

    private record At(String place, String stored) {}

    private record Kept(Object value, int bytes) {}

    /**
     * What was read from there.
     *
     * @param stored the bytes, or what no others have
     */
    <T> Optional<T> find(String place, String stored, Class<T> type) {
        return Optional.ofNullable(read.getIfPresent(new At(place, stored)))
                .map(Kept::value)
                .map(type::cast);
    }

    /** @param bytes how long it is as it is stored */
    void keep(String place, String stored, int bytes, Object value) {
        read.put(new At(place, stored), new Kept(value, bytes));
    }
}
