package org.secondlook.playground.slack;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.secondlook.playground.slack.Conversation.Kind;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code conversations.*}, as far as an app's own token sees them. */
final class ConversationMethods {

    private static final int PAGE = 100;

    private final Messages messages;

    ConversationMethods(Messages messages) {
        this.messages = messages;
    }

    Map<String, Method> methods() {
        return Map.of(
                "conversations.open", this::open,
                "conversations.info", this::info,
                "conversations.members", this::members,
                "conversations.list", this::list,
                "conversations.history", this::history,
                "conversations.replies", this::replies);
    }

    /** The conversation named in a call, if this workspace's app may know of it. */
    static Conversation visible(Workspace workspace, String id) {
        return workspace
                .conversation(id)
                .filter(found -> found.kind() == Kind.PUBLIC_CHANNEL
                        || found.has(workspace.bot().userId()))
                .orElseThrow(() -> new SlackFault("channel_not_found"));
    }

    /** The same, if the app is also a member. */
    static Conversation joined(Workspace workspace, String id) {
        Conversation conversation = visible(workspace, id);
        if (!conversation.has(workspace.bot().userId())) {
            throw new SlackFault("not_in_channel");
        }
        return conversation;
    }

    private ObjectNode open(Workspace workspace, Arguments arguments) {
        Conversation conversation = arguments
                .text("channel")
                .map(id -> joined(workspace, id))
                .orElseGet(() -> workspace.appChat(
                        arguments.text("users").orElseThrow(() -> new SlackFault("users_list_not_supplied"))));
        ObjectNode answer = object().put("no_op", true).put("already_open", true);
        ObjectNode channel = conversation.seenBy(workspace.bot().userId());
        answer.set("channel", arguments.flag("return_im") ? channel : object().put("id", conversation.id()));
        return answer;
    }

    private ObjectNode info(Workspace workspace, Arguments arguments) {
        Conversation conversation = visible(workspace, arguments.required("channel"));
        ObjectNode answer = object();
        answer.set("channel", conversation.seenBy(workspace.bot().userId()));
        return answer;
    }

    private ObjectNode members(Workspace workspace, Arguments arguments) {
        Conversation conversation = visible(workspace, arguments.required("channel"));
        ObjectNode answer = object();
        ArrayNode ids = answer.putArray("members");
        conversation.members().forEach(ids::add);
        return lastPage(answer);
    }

    private ObjectNode list(Workspace workspace, Arguments arguments) {
        List<String> types =
                Arrays.asList(arguments.text("types").orElse("public_channel").split(",", -1));
        String botUserId = workspace.bot().userId();
        ObjectNode answer = object();
        ArrayNode channels = answer.putArray("channels");
        workspace.conversations().stream()
                .filter(conversation -> types.contains(typeOf(conversation)))
                .filter(conversation -> conversation.kind() == Kind.PUBLIC_CHANNEL || conversation.has(botUserId))
                .forEach(conversation -> channels.add(conversation.seenBy(botUserId)));
        return lastPage(answer);
    }

    private ObjectNode history(Workspace workspace, Arguments arguments) {
        Conversation conversation = joined(workspace, arguments.required("channel"));
        List<ObjectNode> newestFirst = messages.in(conversation).stream()
                .filter(Predicate.not(ConversationMethods::isReply))
                .sorted(Collections.reverseOrder((one, other) -> ts(one).compareTo(ts(other))))
                .filter(message ->
                        ts(message).compareTo(arguments.text("oldest").orElse("0")) > 0)
                .filter(message ->
                        ts(message).compareTo(arguments.text("latest").orElse("9999999999")) < 0)
                .toList();
        return page(newestFirst, arguments.number("limit", PAGE));
    }

    private ObjectNode replies(Workspace workspace, Arguments arguments) {
        Conversation conversation = joined(workspace, arguments.required("channel"));
        String root = arguments.required("ts");
        List<ObjectNode> thread = messages.in(conversation).stream()
                .filter(message -> ts(message).equals(root)
                        || message.path("thread_ts").asString("").equals(root))
                .toList();
        if (thread.isEmpty()) {
            throw new SlackFault("thread_not_found");
        }
        return page(thread, arguments.number("limit", PAGE));
    }

    private static ObjectNode page(List<ObjectNode> messages, int limit) {
        ObjectNode answer = object();
        ArrayNode page = answer.putArray("messages");
        messages.stream().limit(limit).forEach(page::add);
        return answer.put("has_more", messages.size() > limit);
    }

    private static ObjectNode lastPage(ObjectNode answer) {
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private static boolean isReply(ObjectNode message) {
        return message.has("thread_ts") && !message.path("thread_ts").equals(message.path("ts"));
    }

    private static String typeOf(Conversation conversation) {
        return switch (conversation.kind()) {
            case PUBLIC_CHANNEL -> "public_channel";
            case PRIVATE_CHANNEL -> "private_channel";
            case DIRECT, APP_CHAT -> "im";
        };
    }

    private static String ts(ObjectNode message) {
        return message.path("ts").asString("");
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
