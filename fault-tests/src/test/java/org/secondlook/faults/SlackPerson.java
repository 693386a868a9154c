package org.secondlook.faults;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody in Slack, whose screens are modals. */
final class SlackPerson extends Person {

    private final String page;

    SlackPerson(Http fakes, String handle) {
        super(fakes, handle);
        this.page = "/page/slack/" + handle;
    }

    @Override
    void begins() {
        String chat = fakes.get(page)
                .path("conversations")
                .valueStream()
                .filter(one -> one.path("kind").asString("").equals("app_chat"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .stringValue();
        fakes.send("POST", page + "/conversations/" + chat + "/commands", "{\"text\":\"/second-look\"}");
    }

    @Override
    void presses(Mail.Message message, String words) {
        ObjectNode press = object();
        press.putObject("place").put("conversation", message.conversation()).put("ts", message.id());
        fakes.send(
                "POST",
                page + "/actions",
                press.put("element", button(message.json(), words).orElseThrow())
                        .toString());
    }

    @Override
    Optional<JsonNode> screen() {
        return Optional.of(fakes.get(page).path("modal")).filter(JsonNode::isObject);
    }

    @Override
    void answers(JsonNode screen, Map<String, String> entered, String words) {
        ObjectNode values = object();
        entered.forEach((label, answer) -> fill(screen, label, answer, values));
        String id = screen.path("id").stringValue();
        if (screen.at("/submit/text").asString("").startsWith(words)) {
            fakes.send(
                    "POST",
                    page + "/views/" + id + "/submission",
                    object().set("values", values).toString());
            return;
        }
        ObjectNode press = object().put("element", button(screen, words).orElseThrow());
        press.putObject("place").put("view", id);
        fakes.send("POST", page + "/actions", press.set("values", values).toString());
    }

    @Override
    void closes() {
        screen().ifPresent(view ->
                fakes.send("POST", page + "/views/" + view.path("id").stringValue() + "/closing", "{\"whole\":true}"));
    }

    private static void fill(JsonNode screen, String label, String answer, ObjectNode values) {
        screen.path("blocks")
                .valueStream()
                .filter(block -> block.at("/label/text").asString("").startsWith(label))
                .findFirst()
                .ifPresent(block -> {
                    JsonNode element = block.path("element");
                    ObjectNode value =
                            values.withObjectProperty(block.path("block_id").stringValue());
                    String action = element.path("action_id").stringValue();
                    Optional<JsonNode> option = element.path("options")
                            .valueStream()
                            .filter(each -> each.at("/text/text").asString("").contains(answer))
                            .findFirst();
                    if (element.path("type").asString("").matches("checkboxes|multi_.*")) {
                        value.putArray(action).add(option.orElseThrow().path("value"));
                    } else {
                        value.set(
                                action,
                                option.map(each -> each.path("value")).orElseGet(() -> Http.JSON.valueToTree(answer)));
                    }
                });
    }

    private static Optional<String> button(JsonNode within, String words) {
        String[] found = {""};
        Words.walk(within, "", (node, pointer) -> {
            if (node.path("type").asString("").equals("button")
                    && node.at("/text/text").asString("").startsWith(words)) {
                found[0] = pointer;
            }
        });
        return Optional.of(found[0]).filter(pointer -> !pointer.isEmpty());
    }
}
