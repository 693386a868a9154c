package org.secondlook.playground.teams;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.secondlook.playground.world.TeamsTenant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The Teams client of every person: what it shows and what can be done in it. People are named by their handle. */
public final class TeamsClient {

    private final Tenants tenants;
    private final Posts posts;
    private final Dialogs dialogs;
    private final Composer composer;
    private final Presses presses;
    private final Installations installations;

    TeamsClient(
            Tenants tenants,
            Posts posts,
            Dialogs dialogs,
            Composer composer,
            Presses presses,
            Installations installations) {
        this.tenants = tenants;
        this.posts = posts;
        this.dialogs = dialogs;
        this.composer = composer;
        this.presses = presses;
        this.installations = installations;
    }

    public long unread(String person) {
        Member member = member(person);
        return tenants.chatsOf(member).stream()
                .mapToLong(chat -> posts.unread(chat, member))
                .sum();
    }

    /** The lists of chats and channels, and the open dialog. */
    public ObjectNode show(String person) {
        Member member = member(person);
        TeamsTenant tenant = member.tenant();
        ObjectNode client =
                object().put("person", person).put("user", member.user().id());
        client.putObject("tenant").put("id", tenant.id()).put("name", tenant.name());
        client.putObject("bot")
                .put("id", tenant.bot().accountId())
                .put("name", tenant.bot().name());
        ArrayNode conversations = client.putArray("conversations");
        tenants.chatsOf(member).forEach(chat -> conversations.add(summary(member, chat)));
        dialogs.of(member).ifPresent(dialog -> client.set("dialog", dialog.shown()));
        return client;
    }

    public ObjectNode show(String person, String conversation) {
        Member member = member(person);
        Chat chat = chat(member, conversation);
        ObjectNode shown = summary(member, chat);
        ArrayNode messages = shown.putArray("messages");
        posts.in(chat, member).forEach(messages::add);
        return shown;
    }

    /** Opens a conversation: everything in it is read, and the first time the bot hears of a personal chat. */
    public void open(String person, String conversation) {
        Member member = member(person);
        Chat chat = chat(member, conversation);
        if (chat.team() == null) {
            installations.addToChat(member);
        }
        posts.markRead(chat, member);
    }

    public ObjectNode say(String person, String conversation, String text, String root) {
        Member member = member(person);
        return composer.say(member, chat(member, conversation), text, root);
    }

    public Outcome press(String person, String conversation, String messageId, String element, JsonNode inputs) {
        Member member = member(person);
        Chat chat = chat(member, conversation);
        ObjectNode message = posts.find(chat, member, messageId).orElseThrow(absent("message " + messageId));
        return presses.inMessage(member, chat, message, element, inputs);
    }

    public Outcome pressInDialog(String person, String element, JsonNode inputs) {
        Member member = member(person);
        return presses.inDialog(member, dialogs.of(member).orElseThrow(absent("an open dialog")), element, inputs);
    }

    public void closeDialog(String person) {
        dialogs.close(member(person));
    }

    private ObjectNode summary(Member member, Chat chat) {
        ObjectNode summary = object().put("id", chat.id())
                .put("kind", chat.team() == null ? "personal" : "channel")
                .put("name", chat.name())
                .put("unread", posts.unread(chat, member));
        TeamsTenant.Team team = chat.team();
        if (team != null) {
            return summary.put("team", team.name());
        }
        lastOf(posts.in(chat, member))
                .ifPresent(last -> summary.put("preview", preview(last)).set("at", last.get("timestamp")));
        return summary;
    }

    /** What a notification of this message would say. */
    private static String preview(ObjectNode message) {
        String text = message.path("text").asString("");
        return message.path("summary").asString(text.isEmpty() ? "Sent a card" : text);
    }

    private static Optional<ObjectNode> lastOf(List<ObjectNode> messages) {
        return messages.isEmpty() ? Optional.empty() : Optional.of(messages.get(messages.size() - 1));
    }

    private Chat chat(Member member, String id) {
        return tenants.chat(member.tenant(), id)
                .filter(chat -> chat.has(member))
                .orElseThrow(absent("conversation " + id));
    }

    private Member member(String person) {
        return tenants.member(person).orElseThrow(absent("person " + person));
    }

    private static Supplier<NoSuchElementException> absent(String what) {
        return () -> new NoSuchElementException("Expected " + what);
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
