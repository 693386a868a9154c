package org.secondlook.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.secondlook.slack.FakeWebApi.Call;
import org.secondlook.slack.blockkit.ClientState;

/** A person at a Slack client: shows what the bot draws, and sends back what a client sends back. */
final class SlackClient {

    private final SlackOverHttp slack;
    private final String user;
    private Optional<JsonObject> modal = Optional.empty();
    private Optional<JsonObject> home = Optional.empty();
    private Optional<JsonObject> message = Optional.empty();
    private Map<String, List<String>> entered = new HashMap<>();
    private int calls;

    SlackClient(SlackOverHttp slack, String user) {
        this.slack = slack;
        this.user = user;
    }

    SlackClient commands(String text) {
        return sends(Payloads.command(text));
    }

    SlackClient types(String text) {
        return sends(Payloads.message(text));
    }

    SlackClient opensHome() {
        return sends(Payloads.homeOpened("home"));
    }

    /** Enters something in the modal or, where there is none, in the latest message. */
    SlackClient enters(String input, String... values) {
        entered.put(input, List.of(values));
        return this;
    }

    SlackClient submits() {
        JsonObject payload = Payloads.interaction("view_submission");
        payload.add("view", standing(modal.orElseThrow()));
        return sends(Payloads.payload(payload));
    }

    SlackClient pressesInModal(String label) {
        JsonObject payload = press(modal.orElseThrow(), label);
        payload.add("view", standing(modal.orElseThrow()));
        return sends(Payloads.payload(payload));
    }

    /** Presses again before the answer to the first press is there. */
    SlackClient pressesTwiceInModal(String label) {
        Optional<JsonObject> standing = modal;
        pressesInModal(label);
        modal = standing;
        return pressesInModal(label);
    }

    SlackClient pressesInHome(String label) {
        JsonObject payload = press(home.orElseThrow(), label);
        payload.add("view", standing(home.orElseThrow()));
        return sends(Payloads.payload(payload));
    }

    SlackClient pressesInMessage(String label) {
        JsonObject standing = message.orElseThrow();
        JsonObject payload = press(standing, label);
        payload.add("message", standing);
        payload.add("state", state(standing));
        payload.add(
                "container",
                JsonParser.parseString("{\"type\":\"message\",\"message_ts\":\"%s\",\"channel_id\":\"D0\"}"
                        .formatted(Payloads.MESSAGE_TS)));
        return sends(Payloads.payload(payload));
    }

    /** Sees what was done since it last looked, whoever's act caused it. */
    SlackClient looks() {
        List<Call> made = slack.api.calls();
        for (Call call : made.subList(calls, made.size())) {
            switch (call.method()) {
                case "views.open", "views.update", "views.push" -> modal = Optional.of(call.view());
                case "views.publish" -> home = Optional.of(call.view());
                case "chat.postMessage", "chat.update" -> {
                    JsonObject posted = new JsonObject();
                    posted.addProperty("text", call.get("text"));
                    posted.add("blocks", call.blocks());
                    if (call.form().getOrDefault("channel", "").equals(user)) {
                        message = Optional.of(posted);
                    }
                }
                default -> throw new AssertionError("Expected no call of " + call.method());
            }
        }
        calls = made.size();
        return this;
    }

    String modal() {
        return text(modal.orElseThrow());
    }

    String home() {
        return text(home.orElseThrow());
    }

    String message() {
        return text(message.orElseThrow());
    }

    private SlackClient sends(String body) {
        looks();
        HttpResponse<String> answer = slack.send(body.replace(Payloads.USER, user));
        if (answer.statusCode() != 200) {
            throw new AssertionError("Expected 200, but found " + answer.statusCode());
        }
        entered = new HashMap<>();
        looks();
        if (!answer.body().isEmpty()) {
            modal = Optional.of(
                    JsonParser.parseString(answer.body()).getAsJsonObject().getAsJsonObject("view"));
        }
        return this;
    }

    private JsonObject standing(JsonObject drawn) {
        JsonObject view = drawn.deepCopy();
        view.addProperty("id", "V0STANDING");
        view.addProperty("hash", "1.a");
        view.add("state", state(drawn));
        return view;
    }

    private JsonObject state(JsonObject drawn) {
        JsonObject state = ClientState.untouched(drawn);
        entered.forEach((input, values) -> drawn.getAsJsonArray("blocks").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(block -> block.has("block_id")
                        && block.get("block_id").getAsString().startsWith(input + "~"))
                .forEach(block -> enter(state, block, values)));
        return state;
    }

    private static void enter(JsonObject state, JsonObject block, List<String> values) {
        JsonObject element = block.getAsJsonObject("element");
        JsonObject value = state.getAsJsonObject("values")
                .getAsJsonObject(block.get("block_id").getAsString())
                .getAsJsonObject(element.get("action_id").getAsString());
        switch (element.get("type").getAsString()) {
            case "plain_text_input" -> value.addProperty("value", values.get(0));
            case "datepicker" -> value.addProperty("selected_date", values.get(0));
            case "timepicker" -> value.addProperty("selected_time", values.get(0));
            case "radio_buttons", "static_select" ->
                value.add(
                        "selected_option", options(element, values).findFirst().orElseThrow());
            default -> {
                JsonArray chosen = new JsonArray();
                options(element, values).forEach(chosen::add);
                value.add("selected_options", chosen);
            }
        }
    }

    private static Stream<JsonObject> options(JsonObject element, List<String> values) {
        return element.getAsJsonArray("options").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(option -> values.contains(option.get("value").getAsString()));
    }

    private JsonObject press(JsonObject drawn, String label) {
        JsonObject payload = Payloads.interaction("block_actions");
        JsonArray actions = new JsonArray();
        actions.add(button(drawn, label)
                .orElseThrow(() -> new AssertionError("Expected [%s] on\n%s".formatted(label, text(drawn)))));
        payload.add("actions", actions);
        return payload;
    }

    private static Optional<JsonObject> button(JsonElement element, String label) {
        if (element.isJsonArray()) {
            return element.getAsJsonArray().asList().stream()
                    .flatMap(child -> button(child, label).stream())
                    .findFirst();
        }
        if (!(element instanceof JsonObject object)) {
            return Optional.empty();
        }
        boolean found = new JsonPrimitive("button").equals(object.get("type"))
                && object.getAsJsonObject("text").get("text").getAsString().startsWith(label);
        return found
                ? Optional.of(object)
                : object.entrySet().stream()
                        .flatMap(entry -> button(entry.getValue(), label).stream())
                        .findFirst();
    }

    private static String text(JsonElement element) {
        if (element.isJsonArray()) {
            return element.getAsJsonArray().asList().stream()
                    .map(SlackClient::text)
                    .reduce("", String::concat);
        }
        if (!(element instanceof JsonObject object)) {
            return "";
        }
        String own = object.has("text") && object.get("text").isJsonPrimitive()
                ? object.get("text").getAsString() + "\n"
                : "";
        String initial =
                object.has("initial_value") ? "> " + object.get("initial_value").getAsString() + "\n" : "";
        return own
                + initial
                + object.entrySet().stream()
                        .map(entry -> text(entry.getValue()))
                        .reduce("", String::concat);
    }
}
