package org.secondlook.slack;

import com.slack.api.Slack;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The workspaces in which the app is installed, as our settings say; Slack is not asked. */
final class Workspaces {

    private final Map<String, Workspace> workspaces = new LinkedHashMap<>();

    Workspaces(SlackSettings settings, Slack slack) {
        for (SlackSettings.Workspace installed : settings.workspaces()) {
            workspaces.put(
                    installed.organisation(),
                    new Workspace(installed.organisation(), new WebApi(slack, installed.botToken())));
        }
    }

    Optional<Workspace> find(String organisation) {
        return Optional.ofNullable(workspaces.get(organisation));
    }

    /** Where a request comes from: the workspace, or else the organisation of workspaces. */
    Optional<Workspace> find(@Nullable String team, @Nullable String enterprise) {
        return Optional.ofNullable(team)
                .flatMap(this::find)
                .or(() -> Optional.ofNullable(enterprise).flatMap(this::find));
    }

    /** A workspace and how to speak to it. */
    record Workspace(String organisation, WebApi api) {

        /** Whether the app is installed in an organisation of several workspaces. */
        boolean isOrganisation() {
            return organisation.startsWith("E");
        }
    }
}
