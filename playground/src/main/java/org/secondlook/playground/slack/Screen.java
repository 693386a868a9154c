package org.secondlook.playground.slack;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.secondlook.playground.world.SlackApp;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What one person's client shows, as JSON for the page. */
final class Screen {

    private final Member member;
    private final Messages messages;
    private final Views views;

    Screen(Member member, Messages messages, Views views) {
        this.member = member;
        this.messages = messages;
        this.views = views;
    }

    ObjectNode client() {
        Workspace workspace = member.workspace();
        ObjectNode client = object().put("person", member.user().handle()).put("user", member.id());
        client.putObject("workspace").put("id", workspace.id()).put("name", workspace.name());
        client.set("app", app(workspace));
        ArrayNode people = client.putArray("people");
        workspace
                .users()
                .forEach(user -> people.addObject()
                        .put("id", user.id())
                        .put("name", user.name())
                        .put("title", user.title()));
        ArrayNode conversations = client.putArray("conversations");
        workspace.conversationsOf(member.id()).forEach(conversation -> conversations.add(summary(conversation)));
        views.home(member).ifPresent(home -> client.set("home", home));
        List<ObjectNode> stack = views.stack(member);
        if (!stack.isEmpty()) {
            client.set("modal", stack.get(stack.size() - 1));
        }
        return client.put("modals", stack.size());
    }

    ObjectNode conversation(Conversation conversation) {
        ObjectNode shown = summary(conversation);
        ArrayNode all = shown.putArray("messages");
        Stream.concat(messages.in(conversation).stream(), messages.whispers(conversation, member.id()).stream())
                .sorted(Comparator.comparing(message -> message.path("ts").asString("")))
                .forEach(all::add);
        return shown;
    }

    private ObjectNode summary(Conversation conversation) {
        return object().put("id", conversation.id())
                .put("kind", conversation.kind().name().toLowerCase(Locale.ROOT))
                .put("name", name(conversation))
                .put("members", conversation.members().size())
                .put("unread", messages.unread(conversation, member.id()));
    }

    /** A direct message is named after the other person in it. */
    private String name(Conversation conversation) {
        return switch (conversation.kind()) {
            case PUBLIC_CHANNEL, PRIVATE_CHANNEL -> conversation.name();
            case APP_CHAT -> member.workspace().app().name();
            case DIRECT ->
                conversation.members().stream()
                        .filter(id -> !id.equals(member.id()))
                        .flatMap(id -> member.workspace().user(id).stream())
                        .findFirst()
                        .orElseThrow()
                        .name();
        };
    }

    private static ObjectNode app(Workspace workspace) {
        SlackApp app = workspace.app();
        ObjectNode shown = object().put("name", app.name())
                .put("user", workspace.bot().userId())
                .put("command", app.command())
                .put("hint", app.commandHint());
        ArrayNode shortcuts = shown.putArray("shortcuts");
        app.shortcuts()
                .forEach(shortcut ->
                        shortcuts.addObject().put("id", shortcut.callbackId()).put("name", shortcut.name()));
        return shown;
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
