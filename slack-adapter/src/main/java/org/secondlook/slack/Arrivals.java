package org.secondlook.slack;

/** Is told of each event that arrives from Slack, so that it can be noticed when none does. */
@FunctionalInterface
public interface Arrivals {

    /**
     * An event has arrived; called in the threads of requests, also when Slack delivers it again.
     *
     * @param organisation the workspace that it comes from, as the settings name it
     * @param own whether it tells of a message that the bot itself posted in somebody's chat: Slack sends it back like any other
     */
    void arrived(String organisation, boolean own);
}
