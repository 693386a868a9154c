package org.secondlook.core.casework;

/** What the raiser said about danger to the child (P-0). */
public enum RiskGrade {
    /** In danger now, or harm that cannot wait past today. */
    NOW,
    /** Serious harm, but not today. */
    SOON,
    NOT_SURE,
    NONE;

    /** Whether the answer is needed the same day. */
    public boolean isToday() {
        return this == NOW || this == NOT_SURE;
    }
}
