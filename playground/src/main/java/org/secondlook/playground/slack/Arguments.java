package org.secondlook.playground.slack;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The arguments of a Web API call, from a form or from a JSON body: a form carries objects as JSON text. */
final class Arguments {

    private final ObjectNode values;

    Arguments(ObjectNode values) {
        this.values = values;
    }

    Optional<String> text(String name) {
        JsonNode value = values.path(name);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asString("")) : Optional.empty();
    }

    Optional<String> filled(String name) {
        return text(name).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return filled(name)
                .orElseThrow(() -> new SlackFault(
                        "invalid_arguments",
                        List.of("missing required field: " + name + " [json-pointer:/" + name + "]")));
    }

    boolean flag(String name) {
        return text(name)
                .map(value -> value.equals("true") || value.equals("1"))
                .orElse(false);
    }

    int number(String name, int otherwise) {
        try {
            return text(name).map(Integer::valueOf).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new SlackFault("invalid_arguments");
        }
    }

    /** An object or array; text that is not JSON is a fault. */
    Optional<JsonNode> json(String name, String faultWord) {
        JsonNode value = values.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (value.isContainer()) {
            return Optional.of(value);
        }
        try {
            JsonNode parsed = JsonMapper.shared().readTree(value.asString(""));
            if (parsed.isContainer()) {
                return Optional.of(parsed);
            }
        } catch (JacksonException e) {
            throw new SlackFault(faultWord);
        }
        throw new SlackFault(faultWord);
    }
}
