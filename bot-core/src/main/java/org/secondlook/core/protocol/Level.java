package org.secondlook.core.protocol;

/** A neutral rung of every ladder; each protocol maps its own titles to it (requirements.md 1.6). */
public enum Level {
    PRACTITIONER,
    FIRST_LINE,
    SENIOR,
    STRATEGIC,
    PARTNERSHIP,
    EXTERNAL;

    /** Whether posts of agencies fill it, so that a protocol names titles for it. */
    public boolean isWithinAgencies() {
        return compareTo(PARTNERSHIP) < 0;
    }
}
