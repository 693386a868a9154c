package org.secondlook.playground.teams.card;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An action pressed on a card, with what was filled in on that card and on the cards around it. */
public final class CardPress {

    private static final String REQUIRED = "This field is required.";

    private final JsonNode action;
    private final Map<String, JsonNode> inputs = new LinkedHashMap<>();
    private final JsonNode given;

    /**
     * @param pointer where the action stands in the card
     * @param given input id to text; missing means untouched
     */
    public CardPress(JsonNode card, String pointer, JsonNode given) {
        this.action = card.at(JsonPointer.compile(pointer));
        if (!action.path("type").asString("").startsWith("Action.")) {
            throw new IllegalArgumentException("Expected an action at " + pointer);
        }
        this.given = given;
        if (!action.path("associatedInputs").asString("auto").equalsIgnoreCase("none")) {
            collect(card, "", pointer);
        }
    }

    public JsonNode action() {
        return action;
    }

    public String type() {
        return action.path("type").asString("");
    }

    /** Whether pressing opens a dialog. */
    public boolean fetchesDialog() {
        return action.path("data").path("msteams").path("type").asString("").equals("task/fetch");
    }

    /** The action's own data with every filled input, as text, laid over it. */
    public ObjectNode data() {
        ObjectNode data = action.path("data").isObject()
                ? (ObjectNode) action.path("data").deepCopy()
                : JsonMapper.shared().createObjectNode();
        inputs.forEach((id, input) -> value(id, input).ifPresent(value -> data.put(id, value)));
        return data;
    }

    /** What the client itself says about inputs before it sends anything, by input id. */
    public Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        inputs.forEach((id, input) -> {
            if (!accepts(input, value(id, input))) {
                faults.put(id, input.path("errorMessage").asString(REQUIRED));
            }
        });
        return faults;
    }

    private Optional<String> value(String id, JsonNode input) {
        boolean toggle = input.path("type").asString("").equals("Input.Toggle");
        String untouched =
                input.path("value").asString(toggle ? input.path("valueOff").asString("false") : "");
        return Optional.of(given.path(id).asString(untouched)).filter(value -> !value.isEmpty());
    }

    private static boolean accepts(JsonNode input, Optional<String> given) {
        if (given.isEmpty()) {
            return !input.path("isRequired").asBoolean(false);
        }
        String value = given.get();
        return switch (input.path("type").asString("")) {
            case "Input.Text" ->
                value.length() <= input.path("maxLength").asInt(Integer.MAX_VALUE)
                        && Pattern.matches(input.path("regex").asString("(?s).*"), value);
            case "Input.Number" ->
                value.matches("-?[0-9]+(\\.[0-9]+)?")
                        && Double.parseDouble(value) >= input.path("min").asDouble(Double.NEGATIVE_INFINITY)
                        && Double.parseDouble(value) <= input.path("max").asDouble(Double.POSITIVE_INFINITY);
            case "Input.Date", "Input.Time" ->
                value.compareTo(input.path("min").asString(value)) >= 0
                        && value.compareTo(input.path("max").asString(value)) <= 0;
            case "Input.Toggle" ->
                !input.path("isRequired").asBoolean(false)
                        || value.equals(input.path("valueOn").asString("true"));
            default -> true;
        };
    }

    /** Inputs count wherever they stand, except in a card that is shown by another action. */
    private void collect(JsonNode node, String at, String pressed) {
        boolean showCard = node.path("type").asString("").equals("Action.ShowCard");
        if (showCard && !pressed.startsWith(at + "/")) {
            return;
        }
        if (node.path("type").asString("").startsWith("Input.")) {
            inputs.put(node.path("id").asString(""), node);
        }
        node.forEachEntry((field, child) -> {
            if (child.isObject()) {
                collect(child, at + "/" + field, pressed);
            }
            for (int i = 0; child.isArray() && i < child.size(); i++) {
                collect(child.get(i), at + "/" + field + "/" + i, pressed);
            }
        });
    }
}
