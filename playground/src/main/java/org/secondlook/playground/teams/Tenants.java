package org.secondlook.playground.teams;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.secondlook.playground.world.TeamsTenant;
import org.secondlook.playground.world.World;

/** All tenants, their people and their chats. */
final class Tenants {

    private final List<TeamsTenant> all;
    private final List<Chat> chats;

    Tenants(World world) {
        this.all = world.teamsTenants();
        this.chats = all.stream().flatMap(Tenants::chats).toList();
    }

    List<TeamsTenant> all() {
        return all;
    }

    Optional<TeamsTenant> tenant(String id) {
        return all.stream().filter(tenant -> tenant.id().equals(id)).findFirst();
    }

    Optional<Member> member(String handle) {
        return all.stream()
                .flatMap(tenant -> tenant.users().stream().map(user -> new Member(tenant, user)))
                .filter(member -> member.user().handle().equals(handle))
                .findFirst();
    }

    Optional<Chat> chat(TeamsTenant tenant, String id) {
        return chats.stream()
                .filter(chat -> chat.tenant().equals(tenant))
                .filter(chat -> chat.id().equals(id))
                .findFirst();
    }

    List<Chat> chatsOf(Member member) {
        return chats.stream().filter(chat -> chat.has(member)).toList();
    }

    Chat personalChat(Member member) {
        return chat(member.tenant(), member.user().conversationId()).orElseThrow();
    }

    private static Stream<Chat> chats(TeamsTenant tenant) {
        Stream<Chat> personal = tenant.users().stream().map(user -> Chat.personal(tenant, user));
        Stream<Chat> channels = tenant.teams().stream()
                .flatMap(team -> team.channels().stream().map(channel -> Chat.channel(tenant, team, channel)));
        return Stream.concat(personal, channels);
    }
}
