package org.secondlook.core.protocol;

/** The act that discharges a duty. The last four are made by the engine alone; no pack may ask for them. */
public enum Does {
    CONSULT,
    REVIEW,
    TALK,
    RESPOND,
    SETTLE,
    DECIDE,
    WRITE,
    TOLD,
    CHECK,
    APPROVE,
    CONFIRM,
    HOLD,
    FILE,
    CHOOSE,
    ACT,
    ANSWER,
    AGREE_DATE
}
