package org.secondlook.playground.slack;

import java.util.List;
import java.util.Optional;
import org.secondlook.playground.world.World;

/** All workspaces, found by the bot token or by a person in them. */
final class Workspaces {

    private final List<Workspace> all;

    Workspaces(World world) {
        this.all = world.slackWorkspaces().stream()
                .map(workspace -> new Workspace(world.slackApp(), workspace))
                .toList();
    }

    Optional<Workspace> withToken(String token) {
        return all.stream()
                .filter(workspace -> workspace.bot().token().equals(token))
                .findFirst();
    }

    Optional<Member> member(String handle) {
        return members().stream()
                .filter(member -> member.user().handle().equals(handle))
                .findFirst();
    }

    List<Member> members() {
        return all.stream().flatMap(workspace -> workspace.members().stream()).toList();
    }
}
