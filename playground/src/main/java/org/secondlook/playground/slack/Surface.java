package org.secondlook.playground.slack;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Where a person presses and fills in: a message in a conversation, a modal, or the Home tab. */
record Surface(ObjectNode content, @Nullable Conversation conversation) {

    static Surface message(ObjectNode message, Conversation conversation) {
        return new Surface(message, conversation);
    }

    static Surface view(ObjectNode view) {
        return new Surface(view, null);
    }

    JsonNode blocks() {
        return content.path("blocks");
    }

    JsonNode element(String pointer) {
        JsonNode element = content.at(JsonPointer.compile(pointer));
        if (!element.isObject()) {
            throw new IllegalArgumentException("Expected an element at " + pointer);
        }
        return element;
    }

    /** The block around the element at a pointer such as {@code /blocks/2/elements/0}. */
    JsonNode blockOf(String pointer) {
        return content.at(JsonPointer.compile(pointer.replaceFirst("^(/blocks/[0-9]+).*", "$1")));
    }

    @Nullable String modalId() {
        return content.path("type").asString("").equals("modal")
                ? content.path("id").asString("")
                : null;
    }

    boolean isWhisper() {
        return content.path("is_ephemeral").asBoolean(false);
    }

    /** Puts this surface with its state into an interaction payload. */
    void into(ObjectNode payload, ObjectNode state) {
        ObjectNode container = JsonMapper.shared().createObjectNode();
        payload.set("container", container);
        Conversation place = conversation;
        if (place == null) {
            container.put("type", "view").set("view_id", content.get("id"));
            payload.set("view", content.deepCopy().set("state", state));
            return;
        }
        container.put("type", "message").put("channel_id", place.id()).put("is_ephemeral", isWhisper());
        container.set("message_ts", content.get("ts"));
        if (content.has("thread_ts")) {
            container.set("thread_ts", content.get("thread_ts"));
        }
        payload.putObject("channel").put("id", place.id()).put("name", place.payloadName());
        payload.set("message", content);
        payload.set("state", state);
    }
}
