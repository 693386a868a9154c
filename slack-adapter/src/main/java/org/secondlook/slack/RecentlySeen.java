package org.secondlook.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers what was seen in the last 10 minutes, as much as there is room for; the oldest is forgotten first. */
final class RecentlySeen {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

    private final int room;
    private final Clock clock;
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    /**
     * @param room the most it remembers
     * @param clock the wire clock
     */
    RecentlySeen(int room, Clock clock) {
        this.room = room;
        this.clock = clock;
    }

    /** Remembers it; false if it was seen already. */
    synchronized boolean add(String what) {
        Instant now = clock.instant();
        forget(now);
        if (seen.putIfAbsent(what, now) != null) {
            return false;
        }
        if (seen.size() > room) {
            Iterator<String> oldest = seen.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return true;
    }

    synchronized boolean contains(String what) {
        forget(clock.instant());
        return seen.containsKey(what);
    }

    /** They stand in the order in which they came. */
    private void forget(Instant now) {
        Instant oldest = now.minus(LONG_ENOUGH);
        Iterator<Instant> times = seen.values().iterator();
        while (times.hasNext() && times.next().isBefore(oldest)) {
            times.remove();
        }
    }
}
