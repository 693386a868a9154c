package org.secondlook.app.trial.wire;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.secondlook.app.trial.Chat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody in Slack. */
public final class SlackPerson extends WireChat {

    private final WireSlack slack;
    private final String team;
    private final String user;
    private final Map<String, String> channels;
    private final Map<String, JsonNode> entered = new HashMap<>();
    private String channel;

    /** @param channels the ids of channels by their names */
    public SlackPerson(WireSlack slack, String team, String user, Map<String, String> channels) {
        super(slack.signal);
        this.slack = slack;
        this.team = team;
        this.user = user;
        this.channels = channels;
        this.channel = user;
    }

    @Override
    public void begins() {
        command("");
    }

    /** Types the slash command with this after it. */
    public void command(String text) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("team_id", team);
        form.put("user_id", user);
        form.put("channel_id", channel);
        form.put("command", "/second-look");
        form.put("text", text);
        form.put("api_app_id", "A0SECONDLK");
        form.put("is_enterprise_install", "false");
        form.put("trigger_id", slack.trigger(user));
        slack.sendForm(user, form);
    }

    @Override
    public Chat goesToTheBot() {
        channel = user;
        return this;
    }

    @Override
    public Chat goesToChannel(String name) {
        channel = channels.getOrDefault(name, name);
        return this;
    }

    @Override
    public Chat closes() {
        slack.close(user);
        return this;
    }

    @Override
    List<JsonNode> screens() {
        return slack.modal(user).stream().toList();
    }

    @Override
    List<JsonNode> messages() {
        return slack.messages(channel);
    }

    @Override
    Optional<JsonNode> field(JsonNode screen, String label) {
        return all(screen, "input")
                .filter(block -> block.at("/label/text").asString("").startsWith(label))
                .findFirst();
    }

    @Override
    void fill(JsonNode field, String answer) {
        JsonNode element = field.path("element");
        ObjectNode value = LocalServer.JSON.createObjectNode();
        switch (element.path("type").stringValue()) {
            case "plain_text_input" -> value.put("value", answer);
            case "datepicker" -> value.put("selected_date", answer);
            case "checkboxes" -> value.putArray("selected_options").add(option(element, answer));
            default -> value.set("selected_option", option(element, answer));
        }
        entered.put(field.path("block_id").stringValue(), value);
    }

    private static JsonNode option(JsonNode element, String words) {
        return element.path("options")
                .valueStream()
                .filter(option -> option.at("/text/text").stringValue().startsWith(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Expected option '%s' in %s".formatted(words, element)));
    }

    @Override
    Stream<Button> buttons(JsonNode within) {
        Stream<Button> buttons = all(within, "button")
                .map(button -> new Button(button.at("/text/text").stringValue(), () -> press(within, button)));
        JsonNode submit = within.path("submit");
        return submit.isObject()
                ? Stream.concat(
                        buttons, Stream.of(new Button(submit.path("text").stringValue(), () -> submit(within))))
                : buttons;
    }

    private void submit(JsonNode modal) {
        ObjectNode payload = interaction("view_submission");
        payload.set("view", standing(modal));
        send(payload);
    }

    private void press(JsonNode within, JsonNode button) {
        ObjectNode payload = interaction("block_actions");
        payload.putArray("actions").add(button);
        ObjectNode container = payload.putObject("container");
        if (within.has("ts")) {
            container
                    .put("type", "message")
                    .put("message_ts", within.path("ts").stringValue())
                    .put("channel_id", channel)
                    .put("is_ephemeral", false);
            payload.set("message", within);
            payload.set("state", state(within));
            payload.putObject("channel").put("id", channel);
        } else {
            container.put("type", "view").put("view_id", within.path("id").stringValue());
            payload.set("view", standing(within));
        }
        send(payload);
    }

    private void send(ObjectNode payload) {
        slack.sendForm(user, Map.of("payload", payload.toString()));
        entered.clear();
    }

    private ObjectNode interaction(String type) {
        ObjectNode payload = LocalServer.JSON.createObjectNode();
        payload.put("type", type).put("trigger_id", slack.trigger(user)).put("api_app_id", "A0SECONDLK");
        payload.putObject("team").put("id", team);
        payload.putObject("user").put("id", user).put("team_id", team);
        payload.put("is_enterprise_install", false);
        return payload;
    }

    private JsonNode standing(JsonNode view) {
        ObjectNode standing = (ObjectNode) view.deepCopy();
        standing.set("state", state(view));
        return standing;
    }

    /** What a client sends of every input, touched or not. */
    private ObjectNode state(JsonNode view) {
        ObjectNode state = LocalServer.JSON.createObjectNode();
        ObjectNode values = state.putObject("values");
        all(view, "input").forEach(block -> {
            String id = block.path("block_id").stringValue();
            JsonNode element = block.path("element");
            ObjectNode value = (ObjectNode) Optional.ofNullable(entered.get(id))
                    .orElseGet(() -> untouched(element))
                    .deepCopy();
            value.put("type", element.path("type").stringValue());
            values.putObject(id).set(element.path("action_id").stringValue(), value);
        });
        return state;
    }

    private static ObjectNode untouched(JsonNode element) {
        ObjectNode value = LocalServer.JSON.createObjectNode();
        List<List<String>> names = List.of(
                List.of("initial_value", "value"),
                List.of("initial_date", "selected_date"),
                List.of("initial_option", "selected_option"),
                List.of("initial_options", "selected_options"));
        names.stream()
                .filter(name -> element.has(name.get(0)))
                .forEach(name -> value.set(name.get(1), element.get(name.get(0))));
        if (element.path("type").stringValue().equals("checkboxes") && value.isEmpty()) {
            value.set("selected_options", LocalServer.JSON.createArrayNode());
        }
        return value;
    }
}
