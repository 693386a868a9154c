package org.secondlook.core.protocol;

/** What the record knows of every case without asking, for the fields of a form. */
public enum CaseFact {
    REFERRER,
    REFERRER_CONTACT,
    RAISING_AGENCY,
    RESPONDING_AGENCY,
    PARTIES,
    RAISED_AT,
    IN_TIME,
    LEVEL,
    REACHED_ON,
    PASSED_ON,
    REPLY_BY,
    NEXT_STEP,
    REASON_FOR_PROTOCOL,
    VIEWS_SIDE_BY_SIDE,
    EVERYTHING_SHARED
}
