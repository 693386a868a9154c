package org.secondlook.playground.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An object with these fields, and no others unless it is open. */
public final class Shape implements Rule {

    private final Map<String, Rule> required;
    private final Map<String, Rule> optional;
    private final boolean open;

    private Shape(Map<String, Rule> required, Map<String, Rule> optional, boolean open) {
        this.required = required;
        this.optional = optional;
        this.open = open;
    }

    /** An object that must have a {@code type} and may have nothing else yet. */
    public static Shape typed() {
        return object().required("type", Rule.string(1, 100));
    }

    public static Shape object() {
        return new Shape(Map.of(), Map.of(), false);
    }

    /** This shape with any other fields beside its own. */
    public Shape open() {
        return new Shape(required, optional, true);
    }

    public Shape required(String field, Rule rule) {
        return new Shape(with(required, field, rule), optional, open);
    }

    public Shape optional(String field, Rule rule) {
        return new Shape(required, with(optional, field, rule), open);
    }

    @Override
    public void check(JsonNode value, Place place) {
        if (!value.isObject()) {
            place.fault("must provide an object");
            return;
        }
        required.keySet().stream()
                .filter(field -> !value.has(field))
                .forEach(field -> place.fault("missing required field: " + field));
        value.forEachEntry((field, content) -> {
            Rule rule = required.getOrDefault(field, optional.get(field));
            if (rule != null) {
                rule.check(content, place.at(field));
            } else if (!open) {
                place.fault("invalid additional property: " + field);
            }
        });
    }

    private static Map<String, Rule> with(Map<String, Rule> fields, String field, Rule rule) {
        Map<String, Rule> more = new LinkedHashMap<>(fields);
        more.put(field, rule);
        return more;
    }
}
