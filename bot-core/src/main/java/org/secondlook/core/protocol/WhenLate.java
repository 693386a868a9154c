package org.secondlook.core.protocol;

/** What a missed stage limit does. */
public enum WhenLate {
    /** The next stage begins by itself, unless it is entered by hand: then a person is asked to begin it (ruling 10). */
    ADVANCE,
    /** The raising side is asked; unless it holds with a reason, the next stage begins. */
    ASK,
    /** Nothing moves; the duty stays open and its lateness is told. */
    STAY
}
