package org.secondlook.faults;

/** What goes on in a batch of stories while a fault strikes. */
enum Moment {
    /** People press. */
    PRESSING,
    /** What they sent goes out, two minutes later. */
    SENDING,
    /** A date comes near, or passes. */
    REMINDING,
    /** It is the morning of a date, on which whoever has several things to do gets one list. */
    NUDGING
}
