package org.secondlook.playground.teams;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An error of the Connector service, in its own words. */
final class ConnectorFault extends RuntimeException {

    private final int status;
    private final String code;

    ConnectorFault(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static ConnectorFault notInRoster() {
        return new ConnectorFault(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
    }

    static ConnectorFault badSyntax(String message) {
        return new ConnectorFault(400, "BadSyntax", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    ObjectNode toJson() {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.putObject("error").put("code", code).put("message", String.valueOf(getMessage()));
        return body;
    }
}
