package org.secondlook.core.protocol;

/** Business that runs beside the ladder and never moves it. */
public enum Flag {
    RISK_NOW,
    POLICY_ISSUE,
    PARTNER_IS_PARTY,
    SPECIALIST_FACILITY
}
