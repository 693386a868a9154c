package org.secondlook.playground.slack;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.secondlook.playground.journal.Journal;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every message of every workspace, in Slack's own JSON. Ephemeral messages are for one person, and forgotten on restart,
 * as Slack forgets them.
 */
final class Messages {

    private static final String ALL = "slack/messages/";

    private final Journal journal;
    private final InstantSource clock;
    private final Consumer<String> changed;
    private final Map<String, List<ObjectNode>> ephemeral = new ConcurrentHashMap<>();
    private long lastMicros;

    Messages(Journal journal, InstantSource clock, Consumer<String> changed) {
        this.journal = journal;
        this.clock = clock;
        this.changed = changed;
        this.lastMicros = journal.under(ALL, ObjectNode.class).stream()
                .mapToLong(message -> micros(message.path("ts").asString("0")))
                .max()
                .orElse(0);
    }

    /** The next message timestamp: chat time, and later than any before. */
    synchronized String nextTs() {
        Instant now = clock.instant();
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
        lastMicros = Math.max(micros, lastMicros + 1);
        return String.format(Locale.ROOT, "%d.%06d", lastMicros / 1_000_000, lastMicros % 1_000_000);
    }

    ObjectNode post(Conversation conversation, ObjectNode message) {
        ObjectNode posted = message.put("ts", nextTs());
        put(conversation, posted);
        return posted;
    }

    void put(Conversation conversation, ObjectNode message) {
        journal.put(key(conversation, message.path("ts").asString("")), message);
        tell(conversation);
    }

    void remove(Conversation conversation, String ts) {
        journal.remove(key(conversation, ts));
        tell(conversation);
    }

    Optional<ObjectNode> find(Conversation conversation, String ts) {
        return journal.get(key(conversation, ts), ObjectNode.class);
    }

    /** The messages of a conversation, oldest first, replies among them. */
    List<ObjectNode> in(Conversation conversation) {
        return journal.under(key(conversation, ""), ObjectNode.class);
    }

    ObjectNode whisper(Conversation conversation, String userId, ObjectNode message) {
        ObjectNode posted = message.put("ts", nextTs()).put("is_ephemeral", true);
        whispersTo(conversation, userId).add(posted);
        tell(conversation);
        return posted;
    }

    List<ObjectNode> whispers(Conversation conversation, String userId) {
        return List.copyOf(whispersTo(conversation, userId));
    }

    void unwhisper(Conversation conversation, String userId, String ts) {
        whispersTo(conversation, userId)
                .removeIf(message -> message.path("ts").asString("").equals(ts));
        tell(conversation);
    }

    void markRead(Conversation conversation, Member reader) {
        journal.put(readKey(conversation, reader.id()), nextTs());
        changed.accept(reader.user().handle());
    }

    /** What the client puts a number on: posts of the app, and messages from a person to this person alone. */
    long unread(Conversation conversation, String userId) {
        long read =
                micros(journal.get(readKey(conversation, userId), String.class).orElse("0"));
        return in(conversation).stream()
                .filter(message -> message.has("bot_id") || !conversation.kind().isChannel())
                .filter(message -> !message.path("user").asString("").equals(userId))
                .filter(message -> micros(message.path("ts").asString("0")) > read)
                .count();
    }

    private List<ObjectNode> whispersTo(Conversation conversation, String userId) {
        return ephemeral.computeIfAbsent(key(conversation, userId), key -> new CopyOnWriteArrayList<>());
    }

    private void tell(Conversation conversation) {
        conversation.workspace().members().stream()
                .filter(member -> conversation.has(member.id()))
                .forEach(member -> changed.accept(member.user().handle()));
    }

    private static String key(Conversation conversation, String ts) {
        return ALL + conversation.workspace().id() + "/" + conversation.id() + "/" + ts;
    }

    private static String readKey(Conversation conversation, String userId) {
        return "slack/read/" + conversation.workspace().id() + "/" + conversation.id() + "/" + userId;
    }

    private static long micros(String ts) {
        return new BigDecimal(ts).movePointRight(6).longValue();
    }
}
