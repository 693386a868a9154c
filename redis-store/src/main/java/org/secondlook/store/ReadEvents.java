package org.secondlook.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.secondlook.core.casework.Recorded;

/**
 * Events that were read not long ago. What is stored is never written again, so the same bytes at the same place behind
 * the same event are the same event; any other bytes have another digest, and are read and found out.
 */
final class ReadEvents {

    /** Of events as they are stored; in memory each takes several times as much. */
    private static final long MOST_BYTES = 8L << 20;

    private static final Duration KEPT_UNREAD = Duration.ofMinutes(10);

    private final Cache<At, Kept> events;

    private ReadEvents(long mostBytes) {
        this.events = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((At at, Kept kept) -> kept.bytes())
                .expireAfterAccess(KEPT_UNREAD)
                .executor(Runnable::run)
                .build();
    }

    static ReadEvents some() {
        return new ReadEvents(MOST_BYTES);
    }

    /** For whoever reads to check what is stored. */
    static ReadEvents none() {
        return new ReadEvents(0);
    }

    private record At(String place, String prev, String digest) {}

    private record Kept(Recorded event, int bytes) {}

    Optional<Recorded> find(String place, String prev, String digest) {
        return Optional.ofNullable(events.getIfPresent(new At(place, prev, digest)))
                .map(Kept::event);
    }

    void keep(String place, String prev, String digest, int bytes, Recorded event) {
        events.put(new At(place, prev, digest), new Kept(event, bytes));
    }
}
