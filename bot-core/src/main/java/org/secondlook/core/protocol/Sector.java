package org.secondlook.core.protocol;

/** The kind of work an agency does, which decides who fills a level there. */
public enum Sector {
    SOCIAL_CARE,
    POLICE,
    HEALTH,
    EDUCATION,
    VOLUNTARY,
    FAITH,
    SELF_EMPLOYED,
    YOUTH,
    OTHER
}
