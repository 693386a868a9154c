package org.secondlook.playground.slack;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.secondlook.playground.bot.Answer;
import org.secondlook.playground.bot.Later;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The Events API: wraps each event the app subscribed to in its envelope and tries three times more to deliver it. */
final class Events {

    private static final Logger log = LoggerFactory.getLogger(Events.class);
    private static final List<Duration> RETRIES = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final Requests requests;
    private final Later later;

    Events(Requests requests, Later later) {
        this.requests = requests;
        this.later = later;
    }

    /** A message was posted in a conversation that the app is in. */
    void message(Workspace workspace, Conversation conversation, ObjectNode message) {
        ObjectNode event =
                message.deepCopy().put("channel", conversation.id()).put("channel_type", conversation.eventType());
        event.set("event_ts", message.get("ts"));
        if (conversation.has(workspace.bot().userId())) {
            send("message." + plural(conversation.eventType()), workspace, event);
        }
    }

    void mention(Workspace workspace, Conversation conversation, ObjectNode message) {
        ObjectNode event = message.deepCopy().put("type", "app_mention").put("channel", conversation.id());
        event.set("event_ts", message.get("ts"));
        send("app_mention", workspace, event);
    }

    void send(String subscription, Workspace workspace, ObjectNode event) {
        if (workspace.app().botEvents().contains(subscription)) {
            ObjectNode envelope = envelope(workspace, event);
            later.run(Duration.ZERO, () -> deliver(envelope, 0, Map.of()));
        }
    }

    private void deliver(ObjectNode envelope, int retries, Map<String, String> headers) {
        Answer answer = requests.event(envelope, headers);
        if (answer.ok()) {
            return;
        }
        log.warn(
                "Event not taken eventId={} status={} retries={}", envelope.path("event_id"), answer.status(), retries);
        if (retries < RETRIES.size()) {
            Map<String, String> next =
                    Map.of("X-Slack-Retry-Num", Integer.toString(retries + 1), "X-Slack-Retry-Reason", reason(answer));
            later.run(RETRIES.get(retries), () -> deliver(envelope, retries + 1, next));
        }
    }

    private static ObjectNode envelope(Workspace workspace, ObjectNode event) {
        String eventId = "Ev"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 9).toUpperCase(Locale.ROOT);
        long eventTime = Long.parseLong(event.path("event_ts").asString("0").replaceFirst("\\..*", ""));
        ObjectNode envelope = JsonMapper.shared()
                .createObjectNode()
                .put("token", workspace.app().verificationToken())
                .put("team_id", workspace.id())
                .put("context_team_id", workspace.id())
                .putNull("context_enterprise_id")
                .put("api_app_id", workspace.app().id())
                .put("type", "event_callback")
                .put("event_id", eventId)
                .put("event_time", eventTime)
                .put("is_ext_shared_channel", false)
                .put("event_context", "4-" + eventId);
        envelope.set("event", event);
        envelope.putArray("authorizations")
                .addObject()
                .putNull("enterprise_id")
                .put("team_id", workspace.id())
                .put("user_id", workspace.bot().userId())
                .put("is_bot", true)
                .put("is_enterprise_install", false);
        return envelope;
    }

    private static String reason(Answer answer) {
        if (answer.timedOut()) {
            return "http_timeout";
        }
        return answer.unreachable() ? "connection_failed" : "http_error";
    }

    private static String plural(String channelType) {
        return channelType.equals("im") ? "im" : channelType + "s";
    }
}
