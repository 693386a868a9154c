package org.secondlook.teams.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.secondlook.core.message.Input;
import org.secondlook.core.turn.Turn;

/**
 * The data of a button, which a client sends back with what was entered laid over it. Clients leave out an input that is
 * empty, and join several choices by commas: so the data names the inputs of the card, and those that take several.
 */
public final class Presses {

    private static final String TOKEN = "token";
    private static final String INPUTS = "inputs";
    private static final String SEVERAL = "several";

    private Presses() {}

    /** What a button carries. */
    static ObjectNode data(String token, List<Input> inputs) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put(TOKEN, token);
        if (!inputs.isEmpty()) {
            ArrayNode all = data.putArray(INPUTS);
            inputs.forEach(input -> all.add(input.id()));
        }
        List<Input> several = inputs.stream()
                .filter(input -> input.kind() == Input.Kind.CHOICES)
                .toList();
        if (!several.isEmpty()) {
            ArrayNode ids = data.putArray(SEVERAL);
            several.forEach(input -> ids.add(input.id()));
        }
        return data;
    }

    /** What was pressed, as a client sent it. Nothing in it is believed: the core checks the token and each value. */
    public static Turn.Pressed read(JsonNode data) {
        Map<String, List<String>> entered = new LinkedHashMap<>();
        for (JsonNode id : data.path(INPUTS)) {
            String input = text(id);
            entered.put(input, values(text(data.path(input)), has(data.path(SEVERAL), id)));
        }
        return new Turn.Pressed(text(data.path(TOKEN)), entered);
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "" : node.asText();
    }

    private static List<String> values(String value, boolean several) {
        if (value.isBlank()) {
            return List.of();
        }
        return several ? List.of(value.split(",")) : List.of(value);
    }

    private static boolean has(JsonNode ids, JsonNode id) {
        for (JsonNode other : ids) {
            if (other.equals(id)) {
                return true;
            }
        }
        return false;
    }
}
