package org.secondlook.playground.slack;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An error of the Web API, in Slack's own word. */
final class SlackFault extends RuntimeException {

    private final String error;
    private final List<String> messages;

    SlackFault(String error) {
        this(error, List.of());
    }

    SlackFault(String error, List<String> messages) {
        super(messages.isEmpty() ? error : error + ": " + String.join("; ", messages));
        this.error = error;
        this.messages = messages;
    }

    ObjectNode toJson() {
        ObjectNode body =
                JsonMapper.shared().createObjectNode().put("ok", false).put("error", error);
        if (!messages.isEmpty()) {
            ArrayNode errors = body.putArray("errors");
            ArrayNode metadata = body.putObject("response_metadata").putArray("messages");
            for (String message : messages) {
                errors.add(message);
                metadata.add("[ERROR] " + message);
            }
        }
        return body;
    }
}
