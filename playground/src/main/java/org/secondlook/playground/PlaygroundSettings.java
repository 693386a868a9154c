package org.secondlook.playground;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the playground.
 *
 * @param port 0 takes any free one
 * @param world path of a world file; empty for the bundled one
 * @param slackEventsUrl where the bot takes Slack's requests
 * @param teamsMessagesUrl where the bot takes activities
 * @param clockUrl where the application offers its case clock
 * @param journal the file that keeps chat history; empty to keep it in memory only
 */
@ConfigurationProperties("playground")
record PlaygroundSettings(
        @DefaultValue("8090") int port,
        @DefaultValue("") String world,
        @DefaultValue("http://127.0.0.1:8080/slack/events") URI slackEventsUrl,
        @DefaultValue("http://127.0.0.1:8080/api/messages") URI teamsMessagesUrl,

        @DefaultValue("http://127.0.0.1:8080/playground/clock")
        URI clockUrl,

        @DefaultValue("./data/playground.json") String journal) {}
