package org.secondlook.slack;

/** What the adapter counts. */
public enum Incident {
    /** A request was larger than 1 MB. */
    TOO_LARGE,
    /** A request had no signature of Slack's, a wrong one, or one of another time. */
    REFUSED,
    /** A request that was signed and seen before. */
    REPLAYED,
    /** A signed request in a form that is not known. */
    NOT_UNDERSTOOD,
    /** A signed request from a workspace in which the app is not installed by our settings. */
    UNKNOWN_WORKSPACE,
    /** Somebody whom the directory does not know, or a guest from another workspace. */
    STRANGER,
    /** Another turn came under the id of one that was stored. */
    REPEATED_TURN,
    /** What was done is stored, but Slack did not show the next screen. */
    NOT_SHOWN,
    /** Something went wrong on our side. */
    FAULT
}
