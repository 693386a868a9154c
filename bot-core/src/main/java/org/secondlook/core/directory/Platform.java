package org.secondlook.core.directory;

/** A chat platform. */
public enum Platform {
    SLACK,
    TEAMS
}
