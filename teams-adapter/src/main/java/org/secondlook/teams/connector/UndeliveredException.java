package org.secondlook.teams.connector;

import java.util.Optional;
import org.secondlook.core.outbox.Delivery;

/** The Connector did not take something, or did not say that it did. */
public final class UndeliveredException extends RuntimeException {

    private final transient Delivery delivery;

    UndeliveredException(Delivery.Temporary delivery) {
        super(delivery.reason());
        this.delivery = delivery;
    }

    UndeliveredException(Delivery.Unknown delivery) {
        super(delivery.reason());
        this.delivery = delivery;
    }

    UndeliveredException(Delivery.Permanent delivery) {
        super(delivery.reason());
        this.delivery = delivery;
    }

    /** It is of no use to try again. */
    public static UndeliveredException permanent(String reason) {
        return new UndeliveredException(new Delivery.Permanent(reason));
    }

    /** The same of a request that posts nothing: whatever became of it, there is no message. */
    UndeliveredException ofNoMessage() {
        return delivery instanceof Delivery.Unknown unknown
                ? new UndeliveredException(new Delivery.Temporary(unknown.reason(), Optional.empty()))
                : this;
    }

    boolean isPermanent() {
        return delivery instanceof Delivery.Permanent;
    }

    /** What the outbox should make of it. */
    public Delivery delivery() {
        return delivery;
    }
}
