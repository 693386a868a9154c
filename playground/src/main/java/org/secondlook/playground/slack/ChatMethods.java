package org.secondlook.playground.slack;

import java.util.Map;
import java.util.Optional;
import org.secondlook.playground.mishap.Inbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code chat.*}: what the app posts, changes and takes back. */
final class ChatMethods {

    private static final int MAX_TEXT = 40_000;

    private final Messages messages;
    private final Events events;
    private final Inbox inbox;

    ChatMethods(Messages messages, Events events, Inbox inbox) {
        this.messages = messages;
        this.events = events;
        this.inbox = inbox;
    }

    Map<String, Method> methods() {
        return Map.of(
                "chat.postMessage", this::post,
                "chat.postEphemeral", this::whisper,
                "chat.update", this::update,
                "chat.delete", this::delete);
    }

    private ObjectNode post(Workspace workspace, Arguments arguments) {
        Conversation conversation = place(workspace, arguments.required("channel"));
        ObjectNode message = fill(BotMessages.empty(workspace), arguments, conversation);
        metadata(arguments).ifPresent(metadata -> message.set("metadata", metadata));
        messages.post(conversation, message);
        inbox.accept("slack", conversation.id(), conversation.readers(), message);
        events.message(workspace, conversation, message);
        ObjectNode answer = object().put("channel", conversation.id());
        answer.set("ts", message.get("ts"));
        answer.set("message", message);
        return answer;
    }

    private ObjectNode whisper(Workspace workspace, Arguments arguments) {
        Conversation conversation = ConversationMethods.joined(workspace, arguments.required("channel"));
        String user = arguments.required("user");
        if (!conversation.has(user)) {
            throw new SlackFault("user_not_in_channel");
        }
        ObjectNode message = fill(BotMessages.empty(workspace), arguments, conversation);
        messages.whisper(conversation, user, message);
        ObjectNode answer = object();
        answer.set("message_ts", message.get("ts"));
        return answer;
    }

    private ObjectNode update(Workspace workspace, Arguments arguments) {
        Conversation conversation = ConversationMethods.visible(workspace, arguments.required("channel"));
        ObjectNode old = own(workspace, conversation, arguments.required("ts"), "cant_update_message");
        ObjectNode message = old.deepCopy();
        arguments.text("text").ifPresent(text -> message.put("text", text));
        arguments.json("blocks", "invalid_blocks_format").ifPresent(blocks -> BotMessages.withBlocks(message, blocks));
        metadata(arguments).ifPresent(metadata -> message.set("metadata", metadata));
        checkText(message);
        message.putObject("edited").put("user", workspace.bot().userId()).put("ts", messages.nextTs());
        messages.put(conversation, message);
        ObjectNode answer = object().put("channel", conversation.id());
        answer.set("ts", message.get("ts"));
        answer.set("text", message.get("text"));
        answer.set("message", message);
        return answer;
    }

    private ObjectNode delete(Workspace workspace, Arguments arguments) {
        Conversation conversation = ConversationMethods.visible(workspace, arguments.required("channel"));
        String ts = arguments.required("ts");
        own(workspace, conversation, ts, "cant_delete_message");
        messages.remove(conversation, ts);
        return object().put("channel", conversation.id()).put("ts", ts);
    }

    /** A user id stands for the direct message with that user. */
    private static Conversation place(Workspace workspace, String channel) {
        return workspace
                .user(channel)
                .map(user -> workspace.appChat(user.id()))
                .orElseGet(() -> ConversationMethods.joined(workspace, channel));
    }

    private ObjectNode fill(ObjectNode message, Arguments arguments, Conversation conversation) {
        message.put("text", arguments.text("text").orElse(""));
        arguments.json("blocks", "invalid_blocks_format").ifPresent(blocks -> BotMessages.withBlocks(message, blocks));
        arguments.filled("thread_ts").ifPresent(root -> {
            if (messages.find(conversation, root).isEmpty()) {
                throw new SlackFault("thread_not_found");
            }
            message.put("thread_ts", root);
        });
        checkText(message);
        return message;
    }

    private static void checkText(ObjectNode message) {
        String text = message.path("text").asString("");
        if (text.isEmpty() && message.path("blocks").isEmpty()) {
            throw new SlackFault("no_text");
        }
        if (text.length() > MAX_TEXT) {
            throw new SlackFault("msg_too_long");
        }
    }

    private static Optional<JsonNode> metadata(Arguments arguments) {
        Optional<JsonNode> metadata = arguments.json("metadata", "invalid_metadata_format");
        metadata.filter(given -> !given.path("event_type").isString()
                        || !given.path("event_payload").isObject())
                .ifPresent(given -> {
                    throw new SlackFault("invalid_metadata_schema");
                });
        return metadata;
    }

    private ObjectNode own(Workspace workspace, Conversation conversation, String ts, String otherwise) {
        ObjectNode message = messages.find(conversation, ts).orElseThrow(() -> new SlackFault("message_not_found"));
        if (!message.path("user").asString("").equals(workspace.bot().userId())) {
            throw new SlackFault(otherwise);
        }
        return message;
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
