package org.secondlook.playground.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The blocks of one surface with what a person has filled in, as {@code block_id -> action_id -> value}. */
final class Form {

    private static final String REQUIRED = "Please complete this required field.";

    private final JsonNode blocks;
    private final JsonNode given;

    Form(JsonNode blocks, JsonNode given) {
        this.blocks = blocks;
        this.given = given;
    }

    /** {@code {"values": {...}}} as payloads carry it. */
    ObjectNode state() {
        ObjectNode state = JsonMapper.shared().createObjectNode();
        ObjectNode values = state.putObject("values");
        for (JsonNode block : blocks) {
            elements(block)
                    .filter(element -> !element.path("type").asString("").equals("overflow"))
                    .forEach(element -> Stateful.of(element)
                            .ifPresent(kind -> values.withObjectProperty(id(block, "block_id"))
                                    .set(id(element, "action_id"), kind.report(element, given(block, element)))));
        }
        return state;
    }

    /** What the client itself says about inputs before it submits, by block id. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        for (JsonNode block : blocks) {
            if (block.path("type").asString("").equals("input")) {
                JsonNode element = block.path("element");
                Stateful.of(element).ifPresent(kind -> {
                    String fault = fault(block, kind, kind.report(element, given(block, element)));
                    if (!fault.isEmpty()) {
                        faults.put(id(block, "block_id"), fault);
                    }
                });
            }
        }
        return faults;
    }

    /** The value given for one element, or missing where it was not touched. */
    JsonNode given(JsonNode block, JsonNode element) {
        return given.path(id(block, "block_id")).path(id(element, "action_id"));
    }

    private static String fault(JsonNode block, Stateful kind, JsonNode report) {
        if (kind.isEmpty(report)) {
            return block.path("optional").asBoolean(false) ? "" : REQUIRED;
        }
        if (kind != Stateful.TEXT) {
            return "";
        }
        int length = report.path("value").asString("").length();
        int min = block.path("element").path("min_length").asInt(0);
        int max = block.path("element").path("max_length").asInt(3000);
        if (length < min) {
            return "Please enter at least " + min + " characters.";
        }
        return length > max ? "Please enter at most " + max + " characters. You have entered " + length + "." : "";
    }

    private static Stream<JsonNode> elements(JsonNode block) {
        return switch (block.path("type").asString("")) {
            case "input" -> Stream.of(block.path("element"));
            case "section" -> Stream.of(block.path("accessory"));
            case "actions" -> block.path("elements").valueStream();
            default -> Stream.empty();
        };
    }

    private static String id(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
