package org.secondlook.playground.slack;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Response URLs: each takes five messages in thirty minutes, for the person and the place it was issued for. */
final class ResponseUrls {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int USES = 5;

    private final Supplier<URI> address;
    private final Clock clock;
    private final Messages messages;
    private final Map<String, Ticket> issued = new HashMap<>();

    ResponseUrls(Supplier<URI> address, Clock clock, Messages messages) {
        this.address = address;
        this.clock = clock;
        this.messages = messages;
    }

    private record Ticket(
            Member member,
            Conversation conversation,
            @Nullable ObjectNode original,
            Instant issuedAt,
            int uses) {

        Ticket used() {
            return new Ticket(member, conversation, original, issuedAt, uses + 1);
        }
    }

    /** @param original the message that the person acted on, if any */
    synchronized String issue(Member member, Conversation conversation, @Nullable ObjectNode original) {
        issued.values().removeIf(this::isOver);
        String id = member.workspace().id() + "/" + UUID.randomUUID();
        issued.put(id, new Ticket(member, conversation, original, clock.instant(), 0));
        return address.get().resolve("/slack/response/" + id).toString();
    }

    /** Takes a message that was posted to the response URL with this id. */
    void respond(String id, JsonNode body) {
        apply(use(id), body);
    }

    /** Shows what the bot said in its answer to a slash command. */
    void answer(Member member, Conversation conversation, JsonNode body) {
        apply(new Ticket(member, conversation, null, clock.instant(), 0), body);
    }

    private synchronized Ticket use(String id) {
        Ticket ticket = issued.get(id);
        if (ticket == null || isOver(ticket)) {
            throw new SlackFault("expired_url");
        }
        if (ticket.uses() == USES) {
            throw new SlackFault("used_url");
        }
        issued.put(id, ticket.used());
        return ticket;
    }

    private boolean isOver(Ticket ticket) {
        return clock.instant().isAfter(ticket.issuedAt().plus(LIFE));
    }

    private void apply(Ticket ticket, JsonNode body) {
        ObjectNode original = ticket.original();
        if (original != null && body.path("delete_original").asBoolean(false)) {
            remove(ticket, original);
            return;
        }
        ObjectNode message = message(ticket, body);
        if (original != null && body.path("replace_original").asBoolean(false)) {
            replace(ticket, original, message);
        } else if (body.path("response_type").asString("ephemeral").equals("in_channel")) {
            messages.post(ticket.conversation(), message);
        } else {
            messages.whisper(ticket.conversation(), ticket.member().id(), message);
        }
    }

    private void remove(Ticket ticket, ObjectNode original) {
        String ts = original.path("ts").asString("");
        if (original.path("is_ephemeral").asBoolean(false)) {
            messages.unwhisper(ticket.conversation(), ticket.member().id(), ts);
        } else {
            messages.remove(ticket.conversation(), ts);
        }
    }

    private void replace(Ticket ticket, ObjectNode original, ObjectNode message) {
        if (original.path("is_ephemeral").asBoolean(false)) {
            remove(ticket, original);
            messages.whisper(ticket.conversation(), ticket.member().id(), message);
        } else {
            message.set("ts", original.get("ts"));
            messages.put(ticket.conversation(), message);
        }
    }

    private static ObjectNode message(Ticket ticket, JsonNode body) {
        if (body.path("text").asString("").isEmpty() && body.path("blocks").isEmpty()) {
            throw new SlackFault("no_text");
        }
        ObjectNode message = BotMessages.empty(ticket.member().workspace())
                .put("text", body.path("text").asString(""));
        if (!body.path("blocks").isEmpty()) {
            BotMessages.withBlocks(message, body.path("blocks").deepCopy());
        }
        if (body.has("thread_ts")) {
            message.set("thread_ts", body.get("thread_ts"));
        }
        return message;
    }
}
