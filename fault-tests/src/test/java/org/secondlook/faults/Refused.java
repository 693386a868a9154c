package org.secondlook.faults;

/** What the platform of the other agency refuses for good while a story is taken forward to it. */
enum Refused {
    NOTHING,
    /** The other team's channel is gone. */
    CHANNEL,
    /** And so is its manager. */
    MANAGER
}
