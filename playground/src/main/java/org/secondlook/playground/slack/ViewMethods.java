package org.secondlook.playground.slack;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code views.*}: modals and Home tabs. */
final class ViewMethods {

    private final Views views;
    private final Triggers triggers;

    ViewMethods(Views views, Triggers triggers) {
        this.views = views;
        this.triggers = triggers;
    }

    Map<String, Method> methods() {
        return Map.of(
                "views.open", this::open,
                "views.push", this::push,
                "views.update", this::update,
                "views.publish", this::publish);
    }

    private ObjectNode open(Workspace workspace, Arguments arguments) {
        JsonNode view = view(arguments);
        Triggers.Source source = triggers.exchange(workspace, arguments.required("trigger_id"));
        return answer(views.open(source.member(), view));
    }

    private ObjectNode push(Workspace workspace, Arguments arguments) {
        JsonNode view = view(arguments);
        Triggers.Source source = triggers.exchange(workspace, arguments.required("trigger_id"));
        return answer(views.push(source.member(), source.modalId(), view));
    }

    private ObjectNode update(Workspace workspace, Arguments arguments) {
        ObjectNode old = arguments
                .filled("view_id")
                .map(id -> views.find(workspace, id))
                .orElseGet(() -> views.findByExternalId(workspace, arguments.required("external_id")))
                .orElseThrow(() -> new SlackFault("not_found"));
        return answer(views.update(workspace, old, arguments.filled("hash").orElse(null), view(arguments)));
    }

    private ObjectNode publish(Workspace workspace, Arguments arguments) {
        String userId = arguments.required("user_id");
        Member member = workspace.member(userId).orElseThrow(() -> new SlackFault("user_not_found"));
        return answer(views.publish(member, arguments.filled("hash").orElse(null), view(arguments)));
    }

    private static JsonNode view(Arguments arguments) {
        return arguments.json("view", "invalid_arguments").orElseThrow(() -> new SlackFault("invalid_arguments"));
    }

    private static ObjectNode answer(ObjectNode view) {
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        answer.set("view", view);
        return answer;
    }
}
