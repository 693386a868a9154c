package org.secondlook.playground.world;

/** Where a person chats. */
public enum Platform {
    SLACK,
    TEAMS
}
