package org.secondlook.playground.teams;

/** A conversation id as the Connector takes it: a chat, and in a channel perhaps the first message of a thread. */
record ThreadId(String chat, String root) {

    private static final String SEPARATOR = ";messageid=";

    static ThreadId parse(String conversationId) {
        int at = conversationId.indexOf(SEPARATOR);
        return at < 0
                ? new ThreadId(conversationId, "")
                : new ThreadId(conversationId.substring(0, at), conversationId.substring(at + SEPARATOR.length()));
    }
}
