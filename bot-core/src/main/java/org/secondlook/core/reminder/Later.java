package org.secondlook.core.reminder;

/** When somebody asks to be reminded again (N-5). */
public enum Later {
    IN_TWO_HOURS,
    NEXT_MORNING
}
