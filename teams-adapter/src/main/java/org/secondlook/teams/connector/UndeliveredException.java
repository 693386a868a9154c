package org.secondlook.teams.connector;

import org.secondlook.core.outbox.Delivery;

/** The Connector did not take something, or did not say that it did. */
public final class UndeliveredException extends RuntimeException {

    private final transient Delivery delivery;

    UndeliveredException(Delivery.Temporary delivery) {
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

    boolean isPermanent() {
        return delivery instanceof Delivery.Permanent;
    }

    /** What the outbox should make of it. */
    public Delivery delivery() {
        return delivery;
    }
}
