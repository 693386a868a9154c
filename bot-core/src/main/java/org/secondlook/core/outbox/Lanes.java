package org.secondlook.core.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keeps the agencies apart: each has few places in the sending, and one whose platform does not take anything is left
 * alone for a while, so that it does not hold up the others. One for each instance of the application.
 */
public final class Lanes {

    private static final int PLACES = 2;
    private static final int FAILURES = 3;
    private static final Duration BETWEEN_SLOTS = Duration.ofMillis(200);
    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final Map<String, Lane> lanes = new HashMap<>();

    private static final class Lane {
        int taken;
        int failures;
        Instant restsUntil = Instant.MIN;
        Instant nextSlot = Instant.MIN;
    }

    /** Takes a place, which must be given back. False if there is none now. */
    public synchronized boolean enter(String organisation, Instant now) {
        Lane lane = lane(organisation);
        if (now.isBefore(lane.restsUntil) || lane.taken == PLACES) {
            return false;
        }
        lane.taken++;
        return true;
    }

    /**
     * When to ask again for something that cannot go now: each at a time of its own, so that many that wait do not all
     * come back at once.
     *
     * @param earliest not before then
     */
    public synchronized Instant putOff(String organisation, Instant earliest) {
        Lane lane = lane(organisation);
        Instant slot = Stream.of(earliest, lane.restsUntil, lane.nextSlot)
                .max(Instant::compareTo)
                .orElseThrow();
        lane.nextSlot = slot.plus(BETWEEN_SLOTS);
        return slot;
    }

    /** Gives a place back. */
    public synchronized void leave(String organisation) {
        lane(organisation).taken--;
    }

    /** Counts whether the platform took what was sent. */
    public synchronized void note(String organisation, boolean failed, Instant now) {
        Lane lane = lane(organisation);
        lane.failures = failed ? lane.failures + 1 : 0;
        if (lane.failures >= FAILURES) {
            lane.restsUntil = now.plus(rest(lane.failures - FAILURES));
        }
    }

    private Lane lane(String organisation) {
        return lanes.computeIfAbsent(organisation, name -> new Lane());
    }

    private static Duration rest(int doublings) {
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(doublings, 10));
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }
}
