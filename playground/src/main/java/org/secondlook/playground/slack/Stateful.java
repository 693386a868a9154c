package org.secondlook.playground.slack;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** The elements that hold a value, by the field in which Slack reports it and the field with its initial value. */
enum Stateful {
    TEXT("value", "initial_value"),
    OPTION("selected_option", "initial_option"),
    OPTIONS("selected_options", "initial_options"),
    DATE("selected_date", "initial_date"),
    TIME("selected_time", "initial_time"),
    DATE_TIME("selected_date_time", "initial_date_time"),
    USER("selected_user", "initial_user");

    private static final Map<String, Stateful> BY_TYPE = Map.ofEntries(
            Map.entry("plain_text_input", TEXT),
            Map.entry("static_select", OPTION),
            Map.entry("external_select", OPTION),
            Map.entry("radio_buttons", OPTION),
            Map.entry("overflow", OPTION),
            Map.entry("multi_static_select", OPTIONS),
            Map.entry("multi_external_select", OPTIONS),
            Map.entry("checkboxes", OPTIONS),
            Map.entry("datepicker", DATE),
            Map.entry("timepicker", TIME),
            Map.entry("datetimepicker", DATE_TIME),
            Map.entry("users_select", USER));

    private final String field;
    private final String initialField;

    Stateful(String field, String initialField) {
        this.field = field;
        this.initialField = initialField;
    }

    static Optional<Stateful> of(JsonNode element) {
        return Optional.ofNullable(BY_TYPE.get(element.path("type").asString("")));
    }

    /**
     * The value as Slack reports it, with the element's type.
     *
     * @param plain the value as a person gives it: text, the {@code value} of an option, a list of them, or an option
     *     object that came from a search; missing means untouched, null means emptied
     */
    ObjectNode report(JsonNode element, JsonNode plain) {
        ObjectNode report = JsonMapper.shared()
                .createObjectNode()
                .put("type", element.path("type").asString(""));
        report.set(field, plain.isMissingNode() ? untouched(element) : given(element, plain));
        return report;
    }

    /** Whether such a report holds nothing. */
    boolean isEmpty(JsonNode report) {
        JsonNode value = report.path(field);
        return value.isNull() || (value.isArray() && value.isEmpty());
    }

    private JsonNode untouched(JsonNode element) {
        JsonNode initial = element.path(initialField);
        if (!initial.isMissingNode()) {
            return initial.deepCopy();
        }
        return this == OPTIONS ? JsonMapper.shared().createArrayNode() : NullNode.getInstance();
    }

    private JsonNode given(JsonNode element, JsonNode plain) {
        return switch (this) {
            case TEXT, DATE, TIME, USER -> plain.asString("").isEmpty() ? NullNode.getInstance() : plain;
            case DATE_TIME -> plain.isIntegralNumber() ? plain : NullNode.getInstance();
            case OPTION ->
                plain.asString("x").isEmpty() || plain.isNull() ? NullNode.getInstance() : option(element, plain);
            case OPTIONS -> {
                ArrayNode chosen = JsonMapper.shared().createArrayNode();
                plain.forEach(one -> chosen.add(option(element, one)));
                yield chosen;
            }
        };
    }

    private static JsonNode option(JsonNode element, JsonNode plain) {
        if (plain.isObject()) {
            return plain;
        }
        Stream<JsonNode> grouped = element.path("option_groups")
                .valueStream()
                .flatMap(group -> group.path("options").valueStream());
        return Stream.concat(element.path("options").valueStream(), grouped)
                .filter(option -> option.path("value").equals(plain))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected one of the options, but found " + plain));
    }
}
