package org.secondlook.playground.teams;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.secondlook.playground.bot.Answer;
import org.secondlook.playground.teams.card.CardPress;
import org.secondlook.playground.teams.card.CardRules;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A person presses an action of a card, in a message or in a dialog. */
final class Presses {

    private static final Pattern IN_MESSAGE = Pattern.compile("(/attachments/[0-9]+)/content(/.*)");

    private final Posts posts;
    private final Dialogs dialogs;
    private final Activities activities;

    Presses(Posts posts, Dialogs dialogs, Activities activities) {
        this.posts = posts;
        this.dialogs = dialogs;
        this.activities = activities;
    }

    /** @param pointer such as {@code /attachments/0/content/actions/1} */
    Outcome inMessage(Member member, Chat chat, ObjectNode message, String pointer, JsonNode inputs) {
        Matcher place = IN_MESSAGE.matcher(pointer);
        if (!place.matches()) {
            throw new IllegalArgumentException("Expected a pointer into a card, but found " + pointer);
        }
        JsonNode card = message.at(JsonPointer.compile(place.group(1) + "/content"));
        CardPress press = new CardPress(card, place.group(2), inputs);
        Map<String, String> faults = press.faults();
        if (!faults.isEmpty()) {
            return Outcome.errors(faults);
        }
        if (press.type().equals("Action.Execute")) {
            return execute(member, chat, message, place.group(1), press);
        }
        if (!press.type().equals("Action.Submit")) {
            throw new IllegalArgumentException("Expected an action for the bot, but found " + press.type());
        }
        return press.fetchesDialog() ? fetch(member, chat, message, press) : submit(member, chat, message, press);
    }

    /** @param pointer such as {@code /actions/0}, from the card of the dialog */
    Outcome inDialog(Member member, Dialogs.Open dialog, String pointer, JsonNode inputs) {
        CardPress press = new CardPress(dialog.shown().path("card").path("content"), pointer, inputs);
        Map<String, String> faults = press.faults();
        if (!faults.isEmpty()) {
            return Outcome.errors(faults);
        }
        if (!press.type().equals("Action.Submit")) {
            return Outcome.wentWrong("a dialog is submitted by Action.Submit, not by " + press.type());
        }
        return task("task/submit", member, dialog.chat(), dialog.messageId(), press);
    }

    private Outcome execute(Member member, Chat chat, ObjectNode message, String attachment, CardPress press) {
        ObjectNode invoke = invoke("adaptiveCard/action", member, chat, message);
        ObjectNode value = invoke.putObject("value").put("trigger", "manual");
        ObjectNode action = value.putObject("action").put("type", press.type());
        for (String field : new String[] {"id", "title", "verb"}) {
            if (press.action().has(field)) {
                action.set(field, press.action().get(field));
            }
        }
        action.set("data", press.data());
        Answer answer = activities.ask(chat.tenant(), invoke);
        if (!answer.ok()) {
            return Outcome.unreachable();
        }
        return followExecute(member, chat, message, attachment, json(answer));
    }

    private Outcome followExecute(Member member, Chat chat, ObjectNode message, String attachment, JsonNode answer) {
        JsonNode value = answer.path("value");
        String type = answer.path("type").asString("");
        if (answer.path("statusCode").asInt(0) != 200) {
            return Outcome.wentWrong(value.path("message").asString("status " + answer.path("statusCode")));
        }
        if (type.equals("application/vnd.microsoft.activity.message")) {
            return Outcome.toast(value.asString(""));
        }
        if (!type.equals(Connector.ADAPTIVE_CARD)) {
            return Outcome.wentWrong("unknown type " + type);
        }
        if (CardRules.tooLarge(value) || !CardRules.check(value).isEmpty()) {
            return Outcome.wentWrong(CardRules.tooLarge(value) ? List.of("card too large") : CardRules.check(value));
        }
        ((ObjectNode) message.at(JsonPointer.compile(attachment))).set("content", value);
        posts.putOwnView(chat, member, message, message.path("attachments"));
        return Outcome.DONE;
    }

    private Outcome fetch(Member member, Chat chat, ObjectNode message, CardPress press) {
        return task("task/fetch", member, chat, message.path("id").asString(""), press);
    }

    private Outcome task(String name, Member member, Chat chat, String messageId, CardPress press) {
        ObjectNode message = posts.find(chat, messageId)
                .orElseGet(() -> JsonMapper.shared().createObjectNode().put("id", messageId));
        ObjectNode invoke = invoke(name, member, chat, message);
        ObjectNode value = invoke.putObject("value");
        value.set("data", press.data());
        value.putObject("context").put("theme", "default");
        Answer answer = activities.ask(chat.tenant(), invoke);
        return answer.ok() ? dialogs.follow(member, chat, messageId, json(answer)) : Outcome.unreachable();
    }

    /** The bot gets a message without text; what was filled in is its value. */
    private Outcome submit(Member member, Chat chat, ObjectNode message, CardPress press) {
        ObjectNode activity = about("message", member, chat, message);
        activity.set("value", press.data());
        Answer answer = activities.ask(chat.tenant(), activity);
        if (answer.timedOut()) {
            activities.redeliver(chat.tenant(), activity);
        }
        return answer.ok() ? Outcome.DONE : Outcome.unreachable();
    }

    private ObjectNode invoke(String name, Member member, Chat chat, ObjectNode message) {
        return about("invoke", member, chat, message).put("name", name);
    }

    private ObjectNode about(String type, Member member, Chat chat, ObjectNode message) {
        String messageId = message.path("id").asString("");
        String root = message.path("root").asString(messageId);
        return activities
                .activity(type, member, chat, root)
                .put("id", "f:" + posts.nextId())
                .put("replyToId", messageId);
    }

    private static JsonNode json(Answer answer) {
        try {
            return JsonMapper.shared().readTree(answer.body().isBlank() ? "{}" : answer.body());
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
