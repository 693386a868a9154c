package org.secondlook.playground.slack;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code auth.test}, {@code team.info} and {@code users.*}. */
final class IdentityMethods {

    Map<String, Method> methods() {
        return Map.of(
                "auth.test", this::authTest,
                "team.info", this::teamInfo,
                "users.info", this::userInfo,
                "users.list", this::userList);
    }

    private ObjectNode authTest(Workspace workspace, Arguments arguments) {
        return object().put("url", "https://" + workspace.domain() + ".slack.com/")
                .put("team", workspace.name())
                .put("user", Workspace.username(workspace.app().name()))
                .put("team_id", workspace.id())
                .put("user_id", workspace.bot().userId())
                .put("bot_id", workspace.bot().botId())
                .put("is_enterprise_install", false);
    }

    private ObjectNode teamInfo(Workspace workspace, Arguments arguments) {
        ObjectNode answer = object();
        answer.set("team", workspace.team().put("name", workspace.name()).put("email_domain", ""));
        return answer;
    }

    private ObjectNode userInfo(Workspace workspace, Arguments arguments) {
        ObjectNode answer = object();
        answer.set("user", workspace.profile(arguments.required("user")));
        return answer;
    }

    private ObjectNode userList(Workspace workspace, Arguments arguments) {
        ObjectNode answer = object();
        ArrayNode members = answer.putArray("members");
        workspace.users().forEach(user -> members.add(workspace.profile(user.id())));
        members.add(workspace.profile(workspace.bot().userId()));
        answer.put("cache_ts", 0).putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
