package org.secondlook.core.outbox;

import java.time.Instant;

/**
 * A time in which what people sent to the bot may not have arrived, on the case clock.
 *
 * @param from the last moment of which it is known that what was sent arrived
 * @param to when it arrived again
 */
public record Gap(Instant from, Instant to) {

    public Gap {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "Expected a gap to end after it began, but found %s to %s".formatted(from, to));
        }
    }
}
