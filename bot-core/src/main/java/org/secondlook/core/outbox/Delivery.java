package org.secondlook.core.outbox;

import java.time.Duration;
import java.util.Optional;

/** What became of an attempt to send. The adapter decides which; only it knows its platform's answers. */
public sealed interface Delivery {

    <R> R accept(Visitor<R> visitor);

    default boolean isDelivered() {
        return this instanceof Delivered;
    }

    /** Whether the platform, rather than what was sent, is what failed. */
    default boolean isPassing() {
        return this instanceof Temporary || this instanceof Unknown;
    }

    /** The platform has it. */
    record Delivered(String place) implements Delivery {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.delivered(place);
        }
    }

    /** The platform did not take it, and may later; it may have said when to try again. */
    record Temporary(String reason, Optional<Duration> retryAfter) implements Delivery {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.temporary(reason, retryAfter);
        }
    }

    /** The platform did not say whether it has it. */
    record Unknown(String reason) implements Delivery {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unknown(reason);
        }
    }

    /** It will not succeed; a person must be told. */
    record Permanent(String reason) implements Delivery {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.permanent(reason);
        }
    }

    /** One answer for each kind. */
    interface Visitor<R> {
        R delivered(String place);

        R temporary(String reason, Optional<Duration> retryAfter);

        R unknown(String reason);

        R permanent(String reason);
    }
}
