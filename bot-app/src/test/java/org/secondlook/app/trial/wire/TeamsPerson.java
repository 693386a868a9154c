package org.secondlook.app.trial.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.secondlook.app.trial.Chat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody in Teams. */
public final class TeamsPerson extends WireChat {

    private final WireTeams teams;
    private final String tenant;
    private final String appId;
    private final String user;
    private final Map<String, String> channels;
    private final Map<String, String> entered = new HashMap<>();
    private String chat;
    private Optional<JsonNode> dialog = Optional.empty();

    /** @param channels the ids of channels by their names */
    public TeamsPerson(WireTeams teams, String tenant, String appId, String user, Map<String, String> channels) {
        super(teams.signal);
        this.teams = teams;
        this.tenant = tenant;
        this.appId = appId;
        this.user = user;
        this.channels = channels;
        this.chat = chatOf(user);
    }

    static String chatOf(String user) {
        return "a:" + user;
    }

    @Override
    public void begins() {
        goesToTheBot();
        teams.deliver(appId, activity("installationUpdate").put("action", "add"));
        pressesIn("I help people from different agencies", "Raise a difference of view");
    }

    @Override
    public Chat goesToTheBot() {
        chat = chatOf(user);
        return this;
    }

    @Override
    public Chat goesToChannel(String name) {
        chat = channels.getOrDefault(name, name);
        return this;
    }

    @Override
    public Chat closes() {
        dialog = Optional.empty();
        return this;
    }

    @Override
    List<JsonNode> screens() {
        return dialog.map(List::of).orElseGet(this::messages);
    }

    @Override
    List<JsonNode> messages() {
        return teams.messages(chat);
    }

    @Override
    Optional<JsonNode> field(JsonNode screen, String label) {
        return Stream.of("Input.Text", "Input.Date", "Input.ChoiceSet")
                .flatMap(type -> all(screen, type))
                .filter(input -> input.path("label").asString("").startsWith(label))
                .findFirst();
    }

    @Override
    void fill(JsonNode field, String answer) {
        String value = field.path("choices")
                .valueStream()
                .filter(choice -> choice.path("title").stringValue().startsWith(answer))
                .map(choice -> choice.path("value").stringValue())
                .findFirst()
                .orElse(answer);
        entered.put(field.path("id").stringValue(), value);
    }

    @Override
    Stream<Button> buttons(JsonNode within) {
        return Stream.of("Action.Execute", "Action.Submit")
                .flatMap(type -> all(within, type))
                .map(action -> new Button(action.path("title").stringValue(), () -> press(within, action)));
    }

    private void press(JsonNode within, JsonNode action) {
        ObjectNode data = (ObjectNode) action.path("data").deepCopy();
        Stream.of("Input.Text", "Input.Date", "Input.ChoiceSet")
                .flatMap(type -> all(within, type))
                .forEach(input -> data.put(input.path("id").stringValue(), value(input)));
        if (dialog.isPresent()) {
            show(invoke("task/submit", LocalServer.JSON.createObjectNode().set("data", data)));
        } else if (action.path("type").stringValue().equals("Action.Submit")) {
            show(invoke("task/fetch", LocalServer.JSON.createObjectNode().set("data", data)));
        } else {
            ObjectNode value = LocalServer.JSON.createObjectNode();
            value.putObject("action")
                    .put("type", "Action.Execute")
                    .put("verb", action.path("verb").stringValue())
                    .set("data", data);
            ObjectNode invoke = invoke("adaptiveCard/action", value);
            teams.deliver(appId, invoke.put("replyToId", within.path("id").stringValue()));
        }
        entered.clear();
    }

    private String value(JsonNode input) {
        return Optional.ofNullable(entered.get(input.path("id").stringValue()))
                .orElseGet(() -> input.path("value").asString(""));
    }

    private void show(ObjectNode invoke) {
        JsonNode card = teams.deliver(appId, invoke).at("/task/value/card/content");
        dialog = Optional.of(card);
    }

    private ObjectNode invoke(String name, JsonNode value) {
        ObjectNode invoke = activity("invoke").put("name", name);
        invoke.set("value", value);
        return invoke;
    }

    private ObjectNode activity(String type) {
        boolean personal = chat.equals(chatOf(user));
        ObjectNode activity = LocalServer.JSON.createObjectNode();
        activity.put("type", type)
                .put("id", "f:" + teams.next())
                .put("channelId", "msteams")
                .put("serviceUrl", teams.serviceUrl().toString());
        activity.putObject("from").put("id", "29:" + user).put("aadObjectId", user);
        activity.putObject("recipient").put("id", "28:" + appId);
        activity.putObject("conversation")
                .put("id", chat)
                .put("conversationType", personal ? "personal" : "channel")
                .put("tenantId", tenant);
        activity.putObject("channelData").putObject("tenant").put("id", tenant);
        return activity;
    }
}
