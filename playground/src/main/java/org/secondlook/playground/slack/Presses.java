package org.secondlook.playground.slack;

import org.secondlook.playground.bot.Answer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** A person presses, picks or searches in a message, a modal or the Home tab. */
final class Presses {

    static final String TROUBLE = "We had some trouble connecting. Try again?";

    private final Messages messages;
    private final Requests requests;
    private final Interactions interactions;
    private final ResponseUrls responseUrls;

    Presses(Messages messages, Requests requests, Interactions interactions, ResponseUrls responseUrls) {
        this.messages = messages;
        this.requests = requests;
        this.interactions = interactions;
        this.responseUrls = responseUrls;
    }

    /** Presses or changes the element at this pointer; {@code given} is everything filled in on the surface. */
    Outcome press(Member member, Surface surface, String pointer, JsonNode given) {
        JsonNode element = surface.element(pointer);
        JsonNode block = surface.blockOf(pointer);
        Form form = new Form(surface.blocks(), given);
        ObjectNode payload = interactions.triggering("block_actions", member, surface.modalId());
        surface.into(payload, form.state());
        Conversation conversation = surface.conversation();
        if (conversation != null) {
            payload.put("response_url", responseUrls.issue(member, conversation, surface.content()));
        }
        payload.putArray("actions").add(action(block, element, form.given(block, element)));
        return requests.interaction(payload).ok() ? Outcome.DONE : Outcome.trouble(TROUBLE);
    }

    /** The options that the bot offers for what was typed into an external select; none if it does not answer. */
    ArrayNode suggestions(Member member, Surface surface, String pointer, String typed) {
        JsonNode element = surface.element(pointer);
        ObjectNode payload = interactions.payload("block_suggestion", member);
        surface.into(payload, new Form(surface.blocks(), MissingNode.getInstance()).state());
        payload.put("value", typed);
        payload.set("action_id", element.path("action_id"));
        payload.set("block_id", surface.blockOf(pointer).path("block_id"));
        return options(requests.interaction(payload));
    }

    private ObjectNode action(JsonNode block, JsonNode element, JsonNode given) {
        ObjectNode action =
                Stateful.of(element).map(kind -> kind.report(element, given)).orElseGet(() -> button(element));
        action.set("action_id", element.path("action_id"));
        action.set("block_id", block.path("block_id"));
        return action.put("action_ts", messages.nextTs());
    }

    private static ObjectNode button(JsonNode element) {
        ObjectNode button = JsonMapper.shared().createObjectNode();
        for (String field : new String[] {"type", "text", "value", "style", "url"}) {
            if (element.has(field)) {
                button.set(field, element.get(field));
            }
        }
        return button;
    }

    private static ArrayNode options(Answer answer) {
        ArrayNode options = JsonMapper.shared().createArrayNode();
        if (!answer.ok()) {
            return options;
        }
        try {
            JsonNode body = JsonMapper.shared().readTree(answer.body());
            body.path("options").forEach(options::add);
            body.path("option_groups").forEach(group -> group.path("options").forEach(options::add));
        } catch (JacksonException e) {
            return options;
        }
        return options;
    }
}
