package org.secondlook.core.protocol;

/** Whether the procedure also serves disagreement within one agency. */
public enum Scope {
    BETWEEN,
    BETWEEN_AND_WITHIN
}
