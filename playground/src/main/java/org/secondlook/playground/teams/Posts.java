package org.secondlook.playground.teams;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.secondlook.playground.journal.Journal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every message of every tenant. A reply in a channel carries the {@code root} of its thread. */
final class Posts {

    private static final String ALL = "teams/messages/";

    private final Journal journal;
    private final InstantSource clock;
    private final Consumer<String> changed;
    private long last;

    Posts(Journal journal, InstantSource clock, Consumer<String> changed) {
        this.journal = journal;
        this.clock = clock;
        this.changed = changed;
        this.last = journal.under(ALL, ObjectNode.class).stream()
                .mapToLong(message -> message.path("id").asLong(0))
                .max()
                .orElse(0);
    }

    /** The next message id: chat time in milliseconds, and later than any before. */
    synchronized String nextId() {
        last = Math.max(clock.millis(), last + 1);
        return Long.toString(last);
    }

    ObjectNode add(Chat chat, ObjectNode message) {
        String id = nextId();
        message.put("id", id)
                .put("timestamp", Instant.ofEpochMilli(Long.parseLong(id)).toString());
        put(chat, message);
        return message;
    }

    /** Everybody sees this version from now on. */
    void put(Chat chat, ObjectNode message) {
        String id = message.path("id").asString("");
        chat.members().forEach(member -> journal.remove(ownViewKey(chat, member, id)));
        journal.put(key(chat, id), message);
        tell(chat);
    }

    void remove(Chat chat, String id) {
        journal.remove(key(chat, id));
        tell(chat);
    }

    Optional<ObjectNode> find(Chat chat, String id) {
        return journal.get(key(chat, id), ObjectNode.class);
    }

    /** The message as this person sees it. */
    Optional<ObjectNode> find(Chat chat, Member member, String id) {
        return find(chat, id).map(message -> seenBy(chat, member, message));
    }

    /** The messages of a chat as this person sees them, oldest first. */
    List<ObjectNode> in(Chat chat, Member member) {
        return journal.under(key(chat, ""), ObjectNode.class).stream()
                .map(message -> seenBy(chat, member, message))
                .toList();
    }

    /** The bot answered this person's press with a card; only they see it. */
    void putOwnView(Chat chat, Member member, ObjectNode message, JsonNode attachments) {
        journal.put(ownViewKey(chat, member, message.path("id").asString("")), attachments);
        changed.accept(member.user().handle());
    }

    void markRead(Chat chat, Member reader) {
        journal.put(readKey(chat, reader), nextId());
        changed.accept(reader.user().handle());
    }

    /** What the client puts a number on: posts of the bot. */
    long unread(Chat chat, Member member) {
        long read = journal.get(readKey(chat, member), Long.class).orElse(0L);
        String bot = chat.tenant().bot().accountId();
        return journal.under(key(chat, ""), ObjectNode.class).stream()
                .filter(message -> message.path("id").asLong(0) > read)
                .filter(message -> message.path("from").path("id").asString("").equals(bot))
                .count();
    }

    private ObjectNode seenBy(Chat chat, Member member, ObjectNode message) {
        journal.get(ownViewKey(chat, member, message.path("id").asString("")), JsonNode.class)
                .ifPresent(attachments -> message.set("attachments", attachments));
        return message;
    }

    private void tell(Chat chat) {
        chat.members().forEach(member -> changed.accept(member.user().handle()));
    }

    private static String key(Chat chat, String id) {
        return ALL + chat.tenant().id() + "/" + chat.id() + "/" + id;
    }

    private static String ownViewKey(Chat chat, Member member, String id) {
        return "teams/views/" + chat.tenant().id() + "/" + chat.id() + "/" + id + "/"
                + member.user().handle();
    }

    private static String readKey(Chat chat, Member member) {
        return "teams/read/" + chat.tenant().id() + "/" + chat.id() + "/"
                + member.user().handle();
    }
}
