package org.secondlook.faults;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody in Teams, whose screens are a dialog, or one card of a chat that changes in its place. */
final class TeamsPerson extends Person {

    private static final Duration GREETED_WITHIN = Duration.ofSeconds(4);
    private static final String HELLO = "{\"text\":\"hello\"}";
    private static final String RAISE = "Raise a difference of view";

    private final String page;
    private final Mail mail;
    private String conversation;
    private String current = "";

    TeamsPerson(Http fakes, Mail mail, String handle) {
        super(fakes, handle);
        this.page = "/page/teams/" + handle;
        this.mail = mail;
        this.conversation = chat();
    }

    private String chat() {
        return "a:" + handle;
    }

    @Override
    void opensChat() {
        fakes.send("POST", page + "/conversations/" + encoded(chat()) + "/messages", HELLO);
    }

    @Override
    void begins() {
        conversation = chat();
        current = "";
        int since = mail.all().size();
        opensChat();
        Waiting.until(
                GREETED_WITHIN,
                () -> mail.last(message -> message.number() >= since && isGreeting(message))
                        .isPresent());
        mail.last(message -> message.number() >= since && isGreeting(message))
                .ifPresent(greeting -> presses(greeting, RAISE));
    }

    private boolean isGreeting(Mail.Message message) {
        return message.conversation().equals(conversation) && message.words().contains(RAISE);
    }

    @Override
    void presses(Mail.Message message, String words) {
        conversation = message.conversation();
        current = message.id();
        JsonNode seen = message(current).orElseThrow();
        press(seen, "", Map.of(), words);
    }

    @Override
    Optional<JsonNode> screen() {
        JsonNode dialog = fakes.get(page).path("dialog");
        if (dialog.isObject()) {
            return Optional.of(dialog);
        }
        return current.isEmpty() ? Optional.empty() : message(current);
    }

    @Override
    void answers(JsonNode screen, Map<String, String> entered, String words) {
        press(screen, "", entered, words);
    }

    @Override
    void closes() {
        fakes.send("DELETE", page + "/dialog", "");
    }

    private void press(JsonNode screen, String root, Map<String, String> entered, String words) {
        Map<String, String> inputs = new HashMap<>();
        String[] found = {""};
        Words.walk(screen, root, (node, pointer) -> {
            String type = node.path("type").asString("");
            if (type.startsWith("Input.")) {
                entered.forEach((label, answer) -> {
                    if (node.path("label").asString("").startsWith(label)) {
                        inputs.put(node.path("id").stringValue(), value(node, answer));
                    }
                });
            } else if (type.startsWith("Action.")
                    && node.path("title").asString("").startsWith(words)) {
                found[0] = pointer;
            }
        });
        if (found[0].isEmpty()) {
            throw new Http.RefusedException("no button '%s'".formatted(words));
        }
        boolean inDialog = screen.has("card");
        String where = inDialog
                ? page + "/dialog/actions"
                : page + "/conversations/" + encoded(conversation) + "/messages/" + current + "/actions";
        String element = inDialog ? found[0].replaceFirst("^/card/content", "") : found[0];
        ObjectNode press = object().put("element", element);
        fakes.send(
                "POST",
                where,
                press.set("inputs", Http.JSON.valueToTree(inputs)).toString());
    }

    private static String value(JsonNode input, String answer) {
        return input.path("choices")
                .valueStream()
                .filter(choice -> choice.path("title").asString("").contains(answer))
                .map(choice -> choice.path("value").stringValue())
                .findFirst()
                .orElse(answer);
    }

    private Optional<JsonNode> message(String id) {
        return fakes.get(page + "/conversations/" + encoded(conversation))
                .path("messages")
                .valueStream()
                .filter(message -> message.path("id").asString("").equals(id))
                .findFirst();
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
