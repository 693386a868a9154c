package org.secondlook.playground.world;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Everyone and everything of the playground: partnerships with their Slack workspaces and Teams tenants. */
public record World(SlackApp slackApp, List<Partnership> partnerships) {

    public World {
        partnerships = List.copyOf(partnerships);
        if (partnerships.isEmpty()) {
            throw new IllegalArgumentException("Expected at least one partnership, but found none");
        }
        once("partnership", partnerships, Partnership::id);
        once("person called", people(partnerships), Person::handle);
    }

    /** All people, agency by agency in the order of the files. */
    public List<Person> people() {
        return people(partnerships);
    }

    /** Every partnership's workspaces. */
    public List<SlackWorkspace> slackWorkspaces() {
        return partnerships.stream()
                .flatMap(partnership -> partnership.slackWorkspaces().stream())
                .toList();
    }

    /** Every partnership's tenants. */
    public List<TeamsTenant> teamsTenants() {
        return partnerships.stream()
                .flatMap(partnership -> partnership.teamsTenants().stream())
                .toList();
    }

    private static List<Person> people(List<Partnership> partnerships) {
        return partnerships.stream().flatMap(Partnership::people).toList();
    }

    private static <T> void once(String kind, List<T> things, Function<T, String> name) {
        Set<String> names = new HashSet<>();
        for (T thing : things) {
            if (!names.add(name.apply(thing))) {
                throw new IllegalArgumentException(
                        "Expected one %s %s, but found two".formatted(kind, name.apply(thing)));
            }
        }
    }
}
