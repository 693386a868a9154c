package org.secondlook.playground.world;

import java.util.List;

/** The Slack app as its settings page would show it: one app, installed in every workspace. */
public record SlackApp(
        String id,
        String clientId,
        String signingSecret,
        String verificationToken,
        String name,
        String command,
        String commandHint,
        List<Shortcut> shortcuts,
        List<String> botEvents) {

    public SlackApp {
        shortcuts = List.copyOf(shortcuts);
        botEvents = List.copyOf(botEvents);
    }

    /** A global shortcut. */
    public record Shortcut(String callbackId, String name) {}
}
