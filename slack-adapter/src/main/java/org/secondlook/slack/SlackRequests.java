package org.secondlook.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.UrlVerificationRequest;
import com.slack.api.bolt.util.QueryStringParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes Bolt's requests of the bodies that Slack sends. Bolt's own parser does the same, but writes a body that it does
 * not know to the log.
 */
final class SlackRequests {

    private static final RequestHeaders NO_HEADERS = new RequestHeaders(Map.of());

    private SlackRequests() {}

    /**
     * The request that a body holds; nothing for kinds that the bot has no use for.
     *
     * @throws RuntimeException of many kinds, if the body is not what it says it is
     */
    static Optional<Request<?>> parse(String body) {
        if (body.stripLeading().startsWith("{")) {
            return ofJson(body);
        }
        Map<String, List<String>> form = QueryStringParser.toMap(body);
        if (form.containsKey("payload")) {
            return ofPayload(body, form.get("payload").get(0));
        }
        return form.containsKey("command") ? Optional.of(new SlashCommandRequest(body, NO_HEADERS)) : Optional.empty();
    }

    private static Optional<Request<?>> ofJson(String json) {
        return switch (type(JsonParser.parseString(json).getAsJsonObject())) {
            case "event_callback" -> Optional.of(new EventRequest(json, NO_HEADERS));
            case "url_verification" -> Optional.of(new UrlVerificationRequest(json, NO_HEADERS));
            default -> Optional.empty();
        };
    }

    private static Optional<Request<?>> ofPayload(String body, String json) {
        JsonObject payload = JsonParser.parseString(json).getAsJsonObject();
        return switch (type(payload)) {
            case "block_actions" -> Optional.of(Interaction.press(body, payload));
            case "view_submission" -> Optional.of(Interaction.submission(body, payload));
            case "shortcut" -> Optional.of(new GlobalShortcutRequest(body, json, NO_HEADERS));
            default -> Optional.empty();
        };
    }

    private static String type(JsonObject payload) {
        return payload.has("type") ? payload.get("type").getAsString() : "";
    }
}
