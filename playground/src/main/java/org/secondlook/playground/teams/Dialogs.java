package org.secondlook.playground.teams;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.secondlook.playground.teams.card.CardRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The dialog that each person has open now, at most one. */
final class Dialogs {

    private final Consumer<String> changed;
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    Dialogs(Consumer<String> changed) {
        this.changed = changed;
    }

    /** A dialog, with the chat and the message from which it was opened. */
    record Open(ObjectNode shown, Chat chat, String messageId) {}

    Optional<Open> of(Member member) {
        return Optional.ofNullable(open.get(member.user().handle()));
    }

    /** Follows what the bot answered: opens, replaces, shows a last message or closes. */
    Outcome follow(Member member, Chat chat, String messageId, JsonNode answer) {
        JsonNode task = answer.path("task");
        switch (task.path("type").asString("")) {
            case "" -> close(member);
            case "message" -> show(member, new Open(message(task.path("value").asString("")), chat, messageId));
            case "continue" -> {
                JsonNode card = task.path("value").path("card").path("content");
                List<String> faults = CardRules.check(card);
                if (!faults.isEmpty()) {
                    return Outcome.wentWrong(faults);
                }
                show(member, new Open((ObjectNode) task.path("value").deepCopy(), chat, messageId));
            }
            default -> {
                return Outcome.wentWrong("unknown task type");
            }
        }
        return Outcome.DONE;
    }

    void close(Member member) {
        open.remove(member.user().handle());
        changed.accept(member.user().handle());
    }

    private void show(Member member, Open dialog) {
        open.put(member.user().handle(), dialog);
        changed.accept(member.user().handle());
    }

    private static ObjectNode message(String text) {
        return JsonMapper.shared().createObjectNode().put("title", "").put("message", text);
    }
}
