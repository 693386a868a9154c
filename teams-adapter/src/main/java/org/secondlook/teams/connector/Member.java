package org.secondlook.teams.connector;

/**
 * Somebody in a conversation.
 *
 * @param id such as {@code 29:...}, good for this bot only
 */
public record Member(String id, String name) {}
