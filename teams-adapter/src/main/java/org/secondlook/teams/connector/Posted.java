package org.secondlook.teams.connector;

/**
 * Where a message stands. An id is empty where the Connector took the message but its answer could not be read.
 *
 * @param conversation the chat, or the thread in a channel
 */
public record Posted(String conversation, String activity) {

    @Override
    public String toString() {
        return conversation + " " + activity;
    }
}
