package org.secondlook.playground.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.secondlook.playground.slack.Conversation.Kind;
import org.secondlook.playground.world.SlackApp;
import org.secondlook.playground.world.SlackWorkspace;
import org.secondlook.playground.world.SlackWorkspace.User;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One workspace with its members and conversations. */
final class Workspace {

    private final SlackApp app;
    private final SlackWorkspace definition;
    private final List<Conversation> conversations;

    Workspace(SlackApp app, SlackWorkspace definition) {
        this.app = app;
        this.definition = definition;
        this.conversations = allConversations();
    }

    SlackApp app() {
        return app;
    }

    String id() {
        return definition.id();
    }

    String name() {
        return definition.name();
    }

    String domain() {
        return definition.domain();
    }

    SlackWorkspace.Bot bot() {
        return definition.bot();
    }

    List<User> users() {
        return definition.users();
    }

    List<Conversation> conversations() {
        return conversations;
    }

    List<Member> members() {
        return users().stream().map(user -> new Member(this, user)).toList();
    }

    Optional<Member> member(String userId) {
        return user(userId).map(user -> new Member(this, user));
    }

    Optional<User> user(String id) {
        return users().stream().filter(user -> user.id().equals(id)).findFirst();
    }

    Optional<Conversation> conversation(String id) {
        return conversations.stream()
                .filter(conversation -> conversation.id().equals(id))
                .findFirst();
    }

    List<Conversation> conversationsOf(String userId) {
        return conversations.stream()
                .filter(conversation -> conversation.has(userId))
                .toList();
    }

    /** The direct message between this user and the app. */
    Conversation appChat(String userId) {
        return conversationsOf(userId).stream()
                .filter(conversation -> conversation.kind() == Kind.APP_CHAT)
                .findFirst()
                .orElseThrow(() -> new SlackFault("user_not_found"));
    }

    /** {@code {"id": "T...", "domain": "..."}} as payloads carry it. */
    ObjectNode team() {
        return JsonMapper.shared().createObjectNode().put("id", id()).put("domain", domain());
    }

    /** A member, or the app's own user, as the Web API shows it. */
    ObjectNode profile(String userId) {
        boolean isBot = userId.equals(bot().userId());
        String name = isBot
                ? app.name()
                : user(userId)
                        .orElseThrow(() -> new SlackFault("user_not_found"))
                        .name();
        ObjectNode user = JsonMapper.shared()
                .createObjectNode()
                .put("id", userId)
                .put("team_id", id())
                .put("name", username(name))
                .put("deleted", false)
                .put("real_name", name)
                .put("tz", "Europe/London")
                .put("tz_label", "Greenwich Mean Time")
                .put("tz_offset", 0)
                .put("is_admin", false)
                .put("is_owner", false)
                .put("is_bot", isBot)
                .put("is_app_user", false)
                .put("is_restricted", false)
                .put("is_ultra_restricted", false)
                .put("updated", 0);
        user.putObject("profile")
                .put("title", user(userId).map(User::title).orElse(""))
                .put("real_name", name)
                .put("display_name", name)
                .put("team", id());
        return user;
    }

    /** {@code Asha Patel} is {@code asha.patel}. */
    static String username(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.');
    }

    private List<Conversation> allConversations() {
        List<String> people = users().stream().map(User::id).toList();
        List<Conversation> all = new ArrayList<>();
        for (SlackWorkspace.Channel channel : definition.channels()) {
            List<String> members = new ArrayList<>(people);
            if (channel.withApp()) {
                members.add(bot().userId());
            }
            Kind kind = channel.isPrivate() ? Kind.PRIVATE_CHANNEL : Kind.PUBLIC_CHANNEL;
            all.add(new Conversation(this, channel.id(), kind, channel.name(), members));
        }
        for (String user : people) {
            String id = "D" + user.substring(1);
            List<String> both = List.of(user, bot().userId());
            all.add(new Conversation(this, id, Kind.APP_CHAT, id, both));
        }
        for (int i = 0; i < people.size(); i++) {
            for (int j = i + 1; j < people.size(); j++) {
                List<String> pair = List.of(people.get(i), people.get(j));
                String id = String.format(Locale.ROOT, "D%08X", pair.hashCode());
                all.add(new Conversation(this, id, Kind.DIRECT, id, pair));
            }
        }
        return List.copyOf(all);
    }
}
