package org.secondlook.core.protocol;

/**
 * The questions that the bot has for every protocol (requirements.md 1.8). A pack names them in kebab-case, as it does
 * its own; a question of its own by the same name stands in for the common one.
 */
public enum CommonQuestion {
    RISK_NOW,
    RISK_TOLD,
    OTHER_AGENCY,
    ABOUT,
    TOPIC,
    CHILD_REFERENCE,
    DECISION,
    DIFFERENCE,
    AGREED_ALREADY,
    EFFECT_ON_CHILD,
    LEVEL_OF_NEED,
    EVIDENCE,
    POSSIBLE_CAUSE,
    TRIED,
    CONSULTED,
    RESOLVED_WHEN,
    TOO_LATE_AFTER,
    SERVICE_DELAYED,
    SAFE_MEANWHILE,
    TIMESCALE,
    SUPPORT,
    REASONS,
    DISCUSSION,
    REVIEW,
    STILL_UNSATISFIED,
    OUTCOME,
    AGREEMENT,
    STILL_AT_RISK,
    SATISFIED,
    LEARNING,
    PROTOCOL_REVIEW,
    DEBRIEF
}
