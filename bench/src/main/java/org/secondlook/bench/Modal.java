package org.secondlook.bench;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A modal as Slack holds it.
 *
 * @param view its JSON
 */
record Modal(JsonNode view) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Whether it shows all answers and a button that sends them, after the last question. */
    boolean isCheck() {
        return !view.has("submit") && view.toString().contains("\"Send to ");
    }

    /** What stands in its inputs once somebody has filled them in; what is left alone is as it was drawn. */
    ObjectNode filled(Map<String, List<String>> answers, String day) {
        ObjectNode values = JSON.createObjectNode();
        for (JsonNode block : view.path("blocks")) {
            if (block.path("type").stringValue().equals("input")) {
                String id = block.path("block_id").stringValue();
                JsonNode element = block.path("element");
                List<String> given = answers.get(id.substring(0, id.indexOf('~')));
                boolean last = id.startsWith(Filling.ANSWER_BY + "~");
                ObjectNode value = given == null && last
                        ? JSON.createObjectNode().set("selected_option", last(element))
                        : value(element, given, day, block.path("optional").asBoolean(false));
                value.set("type", element.path("type"));
                values.putObject(id).set(element.path("action_id").stringValue(), value);
            }
        }
        return values;
    }

    private static ObjectNode value(JsonNode element, @Nullable List<String> given, String day, boolean optional) {
        ObjectNode value = JSON.createObjectNode();
        if (given == null && optional) {
            return value;
        }
        switch (element.path("type").stringValue()) {
            case "plain_text_input" ->
                value.put(
                        "value",
                        given != null
                                ? given.get(0)
                                : element.path("multiline").asBoolean() ? Filling.SAID : "HV-20931");
            case "datepicker" -> value.put("selected_date", given == null ? day : given.get(0));
            case "timepicker" -> value.put("selected_time", "10:00");
            case "checkboxes", "multi_static_select" ->
                value.putArray("selected_options").add(option(element, given));
            default -> value.set("selected_option", option(element, given));
        }
        return value;
    }

    private static JsonNode last(JsonNode element) {
        return element.path("options").get(element.path("options").size() - 1);
    }

    private static JsonNode option(JsonNode element, @Nullable List<String> given) {
        for (JsonNode option : options(element)) {
            if (given == null || given.contains(option.path("value").stringValue())) {
                return option;
            }
        }
        throw new IllegalStateException("Expected option %s in %s".formatted(given, element));
    }

    private static List<JsonNode> options(JsonNode element) {
        if (element.has("options")) {
            return element.path("options").valueStream().toList();
        }
        return element.path("option_groups")
                .valueStream()
                .flatMap(group -> group.path("options").valueStream())
                .toList();
    }
}
