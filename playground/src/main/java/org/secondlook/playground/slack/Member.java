package org.secondlook.playground.slack;

import org.secondlook.playground.world.SlackWorkspace.User;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A person in their workspace. */
record Member(Workspace workspace, User user) {

    String id() {
        return user.id();
    }

    /** This person as interaction payloads carry them. */
    ObjectNode toJson() {
        String username = Workspace.username(user.name());
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", user.id())
                .put("username", username)
                .put("name", username)
                .put("team_id", workspace.id());
    }
}
