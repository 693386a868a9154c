package org.secondlook.core.conversation;

/**
 * A conversation as it is stored.
 *
 * @param version 0 while it is not stored
 */
public record Draft(Conversation conversation, int version) {}
