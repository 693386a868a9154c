package org.secondlook.slack;

import org.jspecify.annotations.Nullable;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.slack.Workspaces.Workspace;

/**
 * Who does something, and in which workspace.
 *
 * @param user the Slack user id
 * @param guest whether the person belongs to another workspace (security.md T3, T4)
 */
record Caller(Workspace workspace, String user, boolean guest) {

    /**
     * @param team the workspace where it happened; it counts where the app is installed in an organisation of several
     * @param ownTeam the person's own, where the request says it; it always does for people of other workspaces
     */
    static Caller of(Workspace workspace, String user, @Nullable String team, @Nullable String ownTeam) {
        boolean home = ownTeam == null
                || ownTeam.equals(workspace.organisation())
                || (workspace.isOrganisation() && ownTeam.equals(team));
        return new Caller(workspace, user, !home);
    }

    PlatformIdentity identity() {
        return new PlatformIdentity(Platform.SLACK, workspace.organisation(), user);
    }

    /** For the log. */
    @Override
    public String toString() {
        return workspace.organisation() + "/" + user;
    }
}
