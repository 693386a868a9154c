package org.secondlook.playground.teams;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondlook.playground.world.TeamsTenant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A personal chat with the bot, or a channel of a team. */
record Chat(TeamsTenant tenant, String id, String name, List<Member> members, TeamsTenant.@Nullable Team team) {

    Chat {
        members = List.copyOf(members);
    }

    static Chat personal(TeamsTenant tenant, TeamsTenant.User user) {
        List<Member> members = List.of(new Member(tenant, user));
        return new Chat(tenant, user.conversationId(), tenant.bot().name(), members, null);
    }

    static Chat channel(TeamsTenant tenant, TeamsTenant.Team team, TeamsTenant.Channel channel) {
        List<Member> members =
                tenant.users().stream().map(user -> new Member(tenant, user)).toList();
        return new Chat(tenant, channel.id(), channel.name(), members, team);
    }

    /** The handles of those in it. */
    List<String> readers() {
        return members.stream().map(member -> member.user().handle()).toList();
    }

    boolean has(Member member) {
        return members.contains(member);
    }

    /** The {@code conversation} of an activity; a thread of a channel is named by its first message. */
    ObjectNode conversation(String root) {
        ObjectNode conversation = JsonMapper.shared().createObjectNode();
        if (team == null) {
            conversation.put("conversationType", "personal");
        } else {
            conversation.put("isGroup", true).put("conversationType", "channel");
        }
        return conversation
                .put("tenantId", tenant.id())
                .put("id", root.isEmpty() || team == null ? id : id + ";messageid=" + root);
    }

    /** The {@code channelData} of an activity. */
    ObjectNode channelData() {
        ObjectNode data = JsonMapper.shared().createObjectNode();
        TeamsTenant.Team place = team;
        if (place != null) {
            data.put("teamsChannelId", id).put("teamsTeamId", place.id());
            data.putObject("channel").put("id", id);
            data.putObject("team").put("id", place.id());
        }
        data.putObject("tenant").put("id", tenant.id());
        return data;
    }
}
