package org.secondlook.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.secondlook.core.message.View;
import org.secondlook.slack.blockkit.BlockKit;
import org.secondlook.slack.blockkit.ClientState;

/** Bodies as Slack sends them, with invented people. */
final class Payloads {

    static final String USER = "U0ASHAPATEL";
    static final String CHAT = "D0ASHAPATEL";
    static final String CHANNEL = "C0HEALTHVIS";
    static final String MESSAGE_TS = "1764583200.000100";

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Payloads() {}

    static String command(String text) {
        return form(
                "token", "legacy",
                "team_id", SlackOverHttp.TRUST,
                "team_domain", "northshire-nhs",
                "channel_id", CHANNEL,
                "channel_name", "privategroup",
                "user_id", USER,
                "user_name", "asha",
                "command", "/second-look",
                "text", text,
                "api_app_id", "A0SECONDLOOK",
                "is_enterprise_install", "false",
                "response_url", "https://hooks.slack.com/commands/1/2/3",
                "trigger_id", trigger());
    }

    static String shortcut(String callback) {
        JsonObject payload = interaction("shortcut");
        payload.addProperty("callback_id", callback);
        payload.addProperty("action_ts", "1764583200.1");
        return payload(payload);
    }

    /** The button of that label in a modal that stands. */
    static JsonObject pressInModal(View view, String label) {
        return press(BlockKit.modal(view), "modal", label);
    }

    /** The button of that label in the home tab. */
    static JsonObject pressInHome(View view, String label) {
        return press(BlockKit.home(view), "home", label);
    }

    /** The button of that label in a message. */
    static JsonObject pressInMessage(View view, String channel, String label) {
        JsonObject message = new JsonObject();
        message.addProperty("type", "message");
        message.addProperty("text", view.notice().replace("&", "&amp;"));
        message.addProperty("ts", MESSAGE_TS);
        message.add(
                "blocks",
                BlockKit.GSON.toJsonTree(BlockKit.message(view, "U0TOMREED01").blocks()));
        JsonObject payload = press(message, label);
        payload.add("state", ClientState.untouched(message));
        payload.add("message", message);
        JsonObject container = new JsonObject();
        container.addProperty("type", "message");
        container.addProperty("message_ts", MESSAGE_TS);
        container.addProperty("channel_id", channel);
        container.addProperty("is_ephemeral", false);
        payload.add("container", container);
        JsonObject in = new JsonObject();
        in.addProperty("id", channel);
        payload.add("channel", in);
        return payload;
    }

    /** The same where only the presser saw the message: then it does not come with the press. */
    static JsonObject pressInFleetingMessage(View view, String label) {
        JsonObject payload = pressInMessage(view, CHANNEL, label);
        payload.remove("message");
        payload.getAsJsonObject("container").addProperty("is_ephemeral", true);
        return payload;
    }

    static JsonObject submit(View view) {
        JsonObject payload = interaction("view_submission");
        payload.add("view", standing(BlockKit.modal(view)));
        return payload;
    }

    static String event(String type, Consumer<JsonObject> more) {
        return eventOf(type, more).toString();
    }

    static JsonObject eventOf(String type, Consumer<JsonObject> more) {
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.addProperty("user", USER);
        event.addProperty("event_ts", "1764583200.000200");
        more.accept(event);
        JsonObject envelope = new JsonObject();
        envelope.addProperty("token", "legacy");
        envelope.addProperty("team_id", SlackOverHttp.TRUST);
        envelope.addProperty("api_app_id", "A0SECONDLOOK");
        envelope.add("event", event);
        envelope.addProperty("type", "event_callback");
        envelope.addProperty("event_id", "Ev" + NEXT.incrementAndGet());
        envelope.addProperty("event_time", 1_764_583_200);
        envelope.add(
                "authorizations",
                JsonParser.parseString("[{\"enterprise_id\":null,\"team_id\":\"" + SlackOverHttp.TRUST
                        + "\",\"user_id\":\"U0BOT\",\"is_bot\":true,\"is_enterprise_install\":false}]"));
        envelope.addProperty("is_ext_shared_channel", false);
        return envelope;
    }

    static String message(String text) {
        return event("message", event -> {
            event.addProperty("channel_type", "im");
            event.addProperty("channel", CHAT);
            event.addProperty("team", SlackOverHttp.TRUST);
            event.addProperty("text", text);
            event.addProperty("ts", MESSAGE_TS);
        });
    }

    static String homeOpened(String tab) {
        return event("app_home_opened", event -> {
            event.addProperty("channel", CHAT);
            event.addProperty("tab", tab);
        });
    }

    static String mention(String ownTeam) {
        return event("app_mention", event -> {
            event.addProperty("channel", CHANNEL);
            event.addProperty("team", ownTeam);
            event.addProperty("text", "<@U0BOT> what do you think of Ben's family?");
            event.addProperty("ts", MESSAGE_TS);
        });
    }

    static String payload(JsonObject payload) {
        return form("payload", payload.toString());
    }

    static String form(String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int n = 0; n < namesAndValues.length; n += 2) {
            form.append(n == 0 ? "" : "&")
                    .append(encoded(namesAndValues[n]))
                    .append('=')
                    .append(encoded(namesAndValues[n + 1]));
        }
        return form.toString();
    }

    /** What the interaction is known by. */
    static String trigger(JsonObject payload) {
        return payload.get("trigger_id").getAsString();
    }

    private static JsonObject press(JsonObject drawn, String type, String label) {
        JsonObject payload = press(drawn, label);
        payload.add("view", standing(drawn));
        JsonObject container = new JsonObject();
        container.addProperty("type", "view");
        container.addProperty("view_id", "V0STANDING");
        payload.add("container", container);
        assert drawn.get("type").getAsString().equals(type);
        return payload;
    }

    private static JsonObject press(JsonObject drawn, String label) {
        JsonObject payload = interaction("block_actions");
        JsonObject action = button(drawn, label).deepCopy();
        action.addProperty("action_ts", "1764583200.1");
        action.addProperty("block_id", "b1");
        JsonArray actions = new JsonArray();
        actions.add(action);
        payload.add("actions", actions);
        return payload;
    }

    private static JsonObject button(JsonElement element, String label) {
        return find(element, label)
                .orElseThrow(() -> new AssertionError("Expected a button %s on %s".formatted(label, element)));
    }

    private static Optional<JsonObject> find(JsonElement element, String label) {
        if (element.isJsonArray()) {
            return element.getAsJsonArray().asList().stream()
                    .flatMap(child -> find(child, label).stream())
                    .findFirst();
        }
        if (!(element instanceof JsonObject object)) {
            return Optional.empty();
        }
        boolean found = object.has("action_id")
                && object.has("text")
                && object.getAsJsonObject("text").get("text").getAsString().startsWith(label);
        return found
                ? Optional.of(object)
                : object.entrySet().stream()
                        .flatMap(entry -> find(entry.getValue(), label).stream())
                        .findFirst();
    }

    /** An interaction of that type, with nothing in it yet. */
    static JsonObject interaction(String type) {
        JsonObject payload = new JsonObject();
        payload.addProperty("type", type);
        payload.add("team", JsonParser.parseString("{\"id\":\"" + SlackOverHttp.TRUST + "\",\"domain\":\"nhs\"}"));
        payload.add(
                "user",
                JsonParser.parseString(
                        "{\"id\":\"" + USER + "\",\"username\":\"asha\",\"team_id\":\"" + SlackOverHttp.TRUST + "\"}"));
        payload.addProperty("api_app_id", "A0SECONDLOOK");
        payload.addProperty("token", "legacy");
        payload.addProperty("trigger_id", trigger());
        payload.addProperty("is_enterprise_install", false);
        return payload;
    }

    private static JsonObject standing(JsonObject drawn) {
        JsonObject view = drawn.deepCopy();
        view.addProperty("id", "V0STANDING");
        view.addProperty("hash", "1764583200.abc");
        view.addProperty("team_id", SlackOverHttp.TRUST);
        view.add("state", ClientState.untouched(drawn));
        return view;
    }

    private static String trigger() {
        return "13345224609.738474920." + NEXT.incrementAndGet();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
