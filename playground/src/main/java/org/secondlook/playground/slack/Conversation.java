package org.secondlook.playground.slack;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A channel or direct message of a workspace, with the ids of those in it. */
record Conversation(Workspace workspace, String id, Kind kind, String name, List<String> members) {

    /** What a conversation is; the app chat is the direct message between one person and the app. */
    enum Kind {
        PUBLIC_CHANNEL,
        PRIVATE_CHANNEL,
        DIRECT,
        APP_CHAT;

        boolean isChannel() {
            return this == PUBLIC_CHANNEL || this == PRIVATE_CHANNEL;
        }
    }

    Conversation {
        members = List.copyOf(members);
    }

    /** The handles of those in it. */
    List<String> readers() {
        return workspace.members().stream()
                .filter(member -> has(member.id()))
                .map(member -> member.user().handle())
                .toList();
    }

    boolean has(String userId) {
        return members.contains(userId);
    }

    /** The {@code channel_type} of its message events. */
    String eventType() {
        return switch (kind) {
            case PUBLIC_CHANNEL -> "channel";
            case PRIVATE_CHANNEL -> "group";
            case DIRECT, APP_CHAT -> "im";
        };
    }

    /** The name that Slack gives in commands and interactions. */
    String payloadName() {
        return switch (kind) {
            case PUBLIC_CHANNEL -> name;
            case PRIVATE_CHANNEL -> "privategroup";
            case DIRECT, APP_CHAT -> "directmessage";
        };
    }

    /** This conversation as the Web API shows it to the app. */
    ObjectNode seenBy(String botUserId) {
        ObjectNode channel = JsonMapper.shared().createObjectNode().put("id", id);
        if (kind.isChannel()) {
            return channel.put("name", name)
                    .put("name_normalized", name)
                    .put("is_channel", kind == Kind.PUBLIC_CHANNEL)
                    .put("is_group", kind == Kind.PRIVATE_CHANNEL)
                    .put("is_im", false)
                    .put("is_mpim", false)
                    .put("is_private", kind == Kind.PRIVATE_CHANNEL)
                    .put("is_archived", false)
                    .put("is_general", false)
                    .put("is_shared", false)
                    .put("is_ext_shared", false)
                    .put("is_org_shared", false)
                    .put("is_member", has(botUserId))
                    .put("num_members", members.size())
                    .put("context_team_id", workspace.id());
        }
        return channel.put("is_im", true)
                .put("is_channel", false)
                .put("is_group", false)
                .put("is_archived", false)
                .put("is_org_shared", false)
                .put("is_user_deleted", false)
                .put("context_team_id", workspace.id())
                .put("user", members.get(0));
    }
}
