package org.secondlook.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When something happened after which nobody can know whether a message that was just being sent had arrived. Such a
 * message, and no other, may be sent again.
 */
final class Disruptions {

    private static final Duration BEFORE = Duration.ofSeconds(5);
    private static final Duration AFTER = Duration.ofSeconds(2);

    private final List<Span> spans = new ArrayList<>();
    private Instant begun = Instant.EPOCH;

    private record Span(Instant from, Instant to) {}

    /** At this moment. */
    synchronized void happen(WallClock clock) {
        Instant now = clock.now();
        spans.add(new Span(now.minus(BEFORE), now.plus(AFTER)));
    }

    /** From this moment until it ends. */
    synchronized void begin(WallClock clock) {
        begun = clock.now();
    }

    synchronized void end(WallClock clock) {
        spans.add(new Span(begun.minus(BEFORE), clock.now().plus(AFTER)));
    }

    /** Whether a message that a platform accepted then may come again. */
    synchronized boolean excuse(Instant accepted) {
        return spans.stream().anyMatch(span -> accepted.isAfter(span.from()) && accepted.isBefore(span.to()));
    }
}
