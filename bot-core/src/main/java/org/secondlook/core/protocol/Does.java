package org.secondlook.core.protocol;

/** The act that discharges a duty. */
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
    HOLD,
    FILE,
    CHOOSE,
    CONFIRM,
    ACT,
    ANSWER,
    AGREE_DATE,
    /** Say whether what another recorded took place, or whether one takes part. */
    AGREE,
    /** Answer a question that somebody in the case put. */
    REPLY;

    /** Whether only the bot itself asks for it, in every protocol; no pack may. */
    public boolean isTheBotsOwn() {
        return compareTo(CONFIRM) >= 0;
    }
}
