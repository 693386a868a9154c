package org.secondlook.playground.teams;

import java.util.List;
import java.util.Optional;
import org.secondlook.playground.mishap.Inbox;
import org.secondlook.playground.teams.card.CardRules;
import org.secondlook.playground.world.TeamsTenant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The Connector service: what a bot posts, changes and takes back, and whom it may reach. */
final class Connector {

    static final String ADAPTIVE_CARD = "application/vnd.microsoft.card.adaptive";

    private final Tenants tenants;
    private final Posts posts;
    private final Inbox inbox;

    Connector(Tenants tenants, Posts posts, Inbox inbox) {
        this.tenants = tenants;
        this.posts = posts;
        this.inbox = inbox;
    }

    /** A personal chat with a member of the tenant, or a new post in a channel. */
    ObjectNode create(TeamsTenant tenant, JsonNode body) {
        String channel = body.path("channelData").path("channel").path("id").asString("");
        if (!channel.isEmpty()) {
            String id = posted(chat(tenant, channel), "", body.path("activity"));
            return object().put("id", channel + ";messageid=" + id).put("activityId", id);
        }
        String tenantId = body.path("channelData").path("tenant").path("id").asString("");
        if (!body.path("tenantId").asString(tenantId).equals(tenant.id())) {
            throw ConnectorFault.badSyntax("Expected the tenant id of this service URL");
        }
        String userId = body.path("members").path(0).path("id").asString("");
        Member member = tenant.users().stream()
                .filter(user -> user.id().equals(userId) || user.aadObjectId().equals(userId))
                .map(user -> new Member(tenant, user))
                .findFirst()
                .orElseThrow(ConnectorFault::notInRoster);
        Chat chat = tenants.personalChat(member);
        ObjectNode created = object().put("id", chat.id());
        if (body.path("activity").isObject()) {
            created.put("activityId", posted(chat, "", body.path("activity")));
        }
        return created;
    }

    ObjectNode post(TeamsTenant tenant, ThreadId thread, JsonNode activity) {
        Chat chat = chat(tenant, thread.chat());
        if (!thread.root().isEmpty() && posts.find(chat, thread.root()).isEmpty()) {
            throw conversationNotFound();
        }
        return object().put("id", posted(chat, thread.root(), activity));
    }

    /** In a channel a reply joins the thread of the message replied to. */
    ObjectNode reply(TeamsTenant tenant, ThreadId thread, String activityId, JsonNode activity) {
        Chat chat = chat(tenant, thread.chat());
        String root = chat.team() == null
                ? ""
                : posts.find(chat, activityId)
                        .map(parent -> parent.path("root").asString(activityId))
                        .orElse(thread.root());
        return post(tenant, new ThreadId(thread.chat(), root), activity);
    }

    ObjectNode update(TeamsTenant tenant, ThreadId thread, String activityId, JsonNode activity) {
        Chat chat = chat(tenant, thread.chat());
        ObjectNode old = own(chat, activityId);
        ObjectNode fresh = checked(chat, activity);
        for (String kept : List.of("id", "timestamp", "root")) {
            Optional.ofNullable(old.get(kept)).ifPresent(value -> fresh.set(kept, value));
        }
        posts.put(chat, fresh);
        return object().put("id", activityId);
    }

    void delete(TeamsTenant tenant, ThreadId thread, String activityId) {
        Chat chat = chat(tenant, thread.chat());
        own(chat, activityId);
        posts.remove(chat, activityId);
    }

    ArrayNode members(TeamsTenant tenant, ThreadId thread) {
        ArrayNode roster = JsonMapper.shared().createArrayNode();
        chat(tenant, thread.chat()).members().forEach(member -> roster.add(member.rosterEntry()));
        return roster;
    }

    ObjectNode member(TeamsTenant tenant, ThreadId thread, String id) {
        return chat(tenant, thread.chat()).members().stream()
                .filter(member -> member.user().id().equals(id)
                        || member.user().aadObjectId().equals(id))
                .findFirst()
                .orElseThrow(() -> new ConnectorFault(
                        404, "MemberNotFoundInConversation", "The member was not found in the conversation."))
                .rosterEntry();
    }

    /** Only messages are kept; a typing indicator and the like are taken and dropped. */
    private String posted(Chat chat, String root, JsonNode activity) {
        if (!activity.path("type").asString("message").equals("message")) {
            return posts.nextId();
        }
        ObjectNode message = checked(chat, activity);
        if (!root.isEmpty()) {
            message.put("root", root);
        }
        ObjectNode posted = posts.add(chat, message);
        inbox.accept("teams", chat.id(), chat.readers(), posted);
        return posted.path("id").asString("");
    }

    private static ObjectNode checked(Chat chat, JsonNode activity) {
        if (activity.path("text").asString("").isEmpty()
                && activity.path("attachments").isEmpty()) {
            throw ConnectorFault.badSyntax("Activity must include text or attachments");
        }
        activity.path("attachments")
                .valueStream()
                .filter(attachment ->
                        attachment.path("contentType").asString("").equals(ADAPTIVE_CARD))
                .forEach(attachment -> checkCard(attachment.path("content")));
        ObjectNode message = object();
        for (String field : List.of("text", "textFormat", "summary", "attachments", "attachmentLayout", "entities")) {
            Optional.ofNullable(activity.get(field)).ifPresent(value -> message.set(field, value));
        }
        message.putObject("from")
                .put("id", chat.tenant().bot().accountId())
                .put("name", chat.tenant().bot().name());
        return message;
    }

    private static void checkCard(JsonNode card) {
        if (CardRules.tooLarge(card)) {
            throw new ConnectorFault(413, "MessageSizeTooBig", "Message size too large.");
        }
        List<String> faults = CardRules.check(card);
        if (!faults.isEmpty()) {
            throw ConnectorFault.badSyntax("Bad format of attachment: " + String.join("; ", faults));
        }
    }

    private ObjectNode own(Chat chat, String activityId) {
        ObjectNode message = posts.find(chat, activityId)
                .orElseThrow(() -> new ConnectorFault(
                        404, "ActivityNotFoundInConversation", "The activity was not found in the conversation."));
        if (!message.path("from")
                .path("id")
                .asString("")
                .equals(chat.tenant().bot().accountId())) {
            throw new ConnectorFault(403, "Forbidden", "The bot can change only its own activities.");
        }
        return message;
    }

    private Chat chat(TeamsTenant tenant, String id) {
        return tenants.chat(tenant, id).orElseThrow(Connector::conversationNotFound);
    }

    private static ConnectorFault conversationNotFound() {
        return new ConnectorFault(404, "ConversationNotFound", "Conversation not found.");
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
