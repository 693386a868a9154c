package org.secondlook.playground.slack;

import java.util.Map;
import java.util.TreeMap;
import org.secondlook.playground.mishap.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Slack's Web API: finds the workspace by the token, the method by its name, and answers errors as Slack does. */
final class WebApi {

    private static final Logger log = LoggerFactory.getLogger(WebApi.class);

    private final Workspaces workspaces;
    private final Map<String, Method> methods = new TreeMap<>();

    WebApi(Workspaces workspaces, Messages messages, Views views, Triggers triggers, Events events, Inbox inbox) {
        this.workspaces = workspaces;
        methods.putAll(new IdentityMethods().methods());
        methods.putAll(new ConversationMethods(messages).methods());
        methods.putAll(new ChatMethods(messages, events, inbox).methods());
        methods.putAll(new ViewMethods(views, triggers).methods());
    }

    ObjectNode call(String name, String token, Arguments arguments) {
        try {
            Method method = methods.get(name);
            if (method == null) {
                throw new SlackFault("unknown_method");
            }
            ObjectNode answer = JsonMapper.shared().createObjectNode().put("ok", true);
            return answer.setAll(method.call(workspace(token), arguments));
        } catch (SlackFault fault) {
            log.warn("Refused method={} fault={}", name, fault.getMessage());
            return fault.toJson();
        }
    }

    private Workspace workspace(String token) {
        if (token.isEmpty()) {
            throw new SlackFault("not_authed");
        }
        return workspaces.withToken(token).orElseThrow(() -> new SlackFault("invalid_auth"));
    }
}
