package org.secondlook.slack;

/**
 * Where a message stands.
 *
 * @param channel the channel, or the chat between somebody and the bot
 * @param ts Slack's name for a message in its channel
 */
record MessagePlace(String channel, String ts) {

    /** Whether only one person and the bot see it. */
    boolean isDirect() {
        return channel.startsWith("D");
    }
}
