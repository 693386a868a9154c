package org.secondlook.playground.shape;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What one JSON value must be. */
@FunctionalInterface
public interface Rule {

    void check(JsonNode value, Place place);

    static Rule anything() {
        return (value, place) -> {};
    }

    /** Both rules, in this order. */
    default Rule and(Rule other) {
        return (value, place) -> {
            check(value, place);
            other.check(value, place);
        };
    }

    static Rule string(int min, int max) {
        return (value, place) -> {
            if (!value.isString()) {
                place.fault("must provide a string");
            } else if (value.stringValue().length() < min) {
                place.fault("must be more than " + (min - 1) + " characters");
            } else if (value.stringValue().length() > max) {
                place.fault("must be less than " + (max + 1) + " characters");
            }
        };
    }

    static Rule matching(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return (value, place) -> {
            if (!value.isString() || !compiled.matcher(value.stringValue()).matches()) {
                place.fault("must match " + pattern);
            }
        };
    }

    static Rule oneOf(String... words) {
        List<String> allowed = List.of(words);
        return (value, place) -> {
            if (!value.isString() || !allowed.contains(value.stringValue())) {
                place.fault("must be one of: " + String.join(", ", allowed));
            }
        };
    }

    static Rule bool() {
        return (value, place) -> {
            if (!value.isBoolean()) {
                place.fault("must be a boolean");
            }
        };
    }

    static Rule integer(long min, long max) {
        return (value, place) -> {
            if (!value.isIntegralNumber() || value.longValue() < min || value.longValue() > max) {
                place.fault("must be a whole number from " + min + " to " + max);
            }
        };
    }

    static Rule list(int min, int max, Rule item) {
        return (value, place) -> {
            if (!value.isArray()) {
                place.fault("must be an array");
                return;
            }
            if (value.size() < min) {
                place.fault("no fewer than " + min + " items required");
            }
            if (value.size() > max) {
                place.fault("no more than " + max + " items allowed");
            }
            for (int i = 0; i < value.size(); i++) {
                item.check(value.get(i), place.at(i));
            }
        };
    }

    /** Objects told apart by their {@code type}. */
    static Rule byType(Map<String, Rule> rules) {
        return (value, place) -> {
            String type = value.path("type").asString("");
            Rule rule = rules.get(type);
            if (rule == null) {
                place.at("type").fault("unsupported type: " + type);
            } else {
                rule.check(value, place);
            }
        };
    }
}
