package org.secondlook.playground.world;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Everyone and everything of the playground: Slack workspaces and Teams tenants with their people. */
public record World(SlackApp slackApp, List<SlackWorkspace> slackWorkspaces, List<TeamsTenant> teamsTenants) {

    public World {
        slackWorkspaces = List.copyOf(slackWorkspaces);
        teamsTenants = List.copyOf(teamsTenants);
        Set<String> handles = new HashSet<>();
        people(slackWorkspaces, teamsTenants).forEach(person -> {
            if (!handles.add(person.handle())) {
                throw new IllegalArgumentException("Expected one person named " + person.name() + ", but found two");
            }
        });
    }

    /** All people, agency by agency in the order of the file. */
    public List<Person> people() {
        return people(slackWorkspaces, teamsTenants).toList();
    }

    private static Stream<Person> people(List<SlackWorkspace> workspaces, List<TeamsTenant> tenants) {
        return Stream.concat(
                workspaces.stream().flatMap(SlackWorkspace::people),
                tenants.stream().flatMap(TeamsTenant::people));
    }
}
