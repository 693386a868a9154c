package org.secondlook.playground.slack;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The common part of interaction payloads. */
final class Interactions {

    private final Triggers triggers;

    Interactions(Triggers triggers) {
        this.triggers = triggers;
    }

    ObjectNode payload(String type, Member member) {
        ObjectNode payload = JsonMapper.shared()
                .createObjectNode()
                .put("type", type)
                .put("token", member.workspace().app().verificationToken())
                .put("api_app_id", member.workspace().app().id())
                .putNull("enterprise")
                .put("is_enterprise_install", false);
        payload.set("team", member.workspace().team());
        payload.set("user", member.toJson());
        return payload;
    }

    String trigger(Member member) {
        return triggers.issue(member, null);
    }

    /** @param modalId the modal in which the person acts, if in one */
    ObjectNode triggering(String type, Member member, @Nullable String modalId) {
        return payload(type, member).put("trigger_id", triggers.issue(member, modalId));
    }
}
