package org.secondlook.playground.world;

import java.util.List;
import java.util.stream.Stream;

/**
 * A partnership: the workspaces and tenants of its agencies.
 *
 * @param procedure whose procedure it follows, for whoever chooses one to try
 * @param shownFirst the handles of those in whose windows the page begins
 */
public record Partnership(
        String id,
        String name,
        String procedure,
        List<String> shownFirst,
        List<SlackWorkspace> slackWorkspaces,
        List<TeamsTenant> teamsTenants) {

    public Partnership {
        shownFirst = List.copyOf(shownFirst);
        slackWorkspaces = List.copyOf(slackWorkspaces);
        teamsTenants = List.copyOf(teamsTenants);
        List<String> handles =
                people(id, slackWorkspaces, teamsTenants).map(Person::handle).toList();
        if (shownFirst.isEmpty() || !handles.containsAll(shownFirst)) {
            throw new IllegalArgumentException(
                    "Expected those shown first to be people of %s, but found %s".formatted(id, shownFirst));
        }
    }

    Stream<Person> people() {
        return people(id, slackWorkspaces, teamsTenants);
    }

    private static Stream<Person> people(String id, List<SlackWorkspace> workspaces, List<TeamsTenant> tenants) {
        return Stream.concat(
                workspaces.stream().flatMap(workspace -> workspace.people(id)),
                tenants.stream().flatMap(tenant -> tenant.people(id)));
    }
}
