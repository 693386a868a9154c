package org.secondlook.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * When something happened after which nobody can know whether a message that was just being sent had arrived, and of which
 * cases messages were then still to be sent. Such a message, and no other, may be sent again.
 */
final class Disruptions {

    /** The longest that it takes, on a busy machine, from when a platform has a message until that is stored. */
    private static final Duration STORED_WITHIN = Duration.ofSeconds(5);

    /** The same for a call that had left when the application ended. */
    private static final Duration STILL_ARRIVES = Duration.ofSeconds(1);

    private final List<Span> spans = new ArrayList<>();

    private record Span(Instant from, Instant to, Set<String> cases) {}

    /** @param unsent the cases of which messages were to be sent */
    synchronized void happened(Instant begun, Instant ended, Set<String> unsent) {
        spans.add(new Span(begun.minus(STORED_WITHIN), ended.plus(STILL_ARRIVES), unsent));
    }

    /** Whether a message that a platform has may come again. */
    synchronized boolean excuse(Mail.Message message) {
        return !message.answered()
                || spans.stream()
                        .anyMatch(span -> message.at().isAfter(span.from())
                                && message.at().isBefore(span.to())
                                && message.references().stream().anyMatch(span.cases()::contains));
    }
}
