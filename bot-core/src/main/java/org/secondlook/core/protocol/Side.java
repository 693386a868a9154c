package org.secondlook.core.protocol;

/** Whose people a duty speaks of. */
public enum Side {
    RAISING,
    RESPONDING,
    /** One duty for each side. */
    BOTH,
    /** The side of whoever holds the duty. */
    OWN
}
