package org.secondlook.slack.blockkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/** The state that a Slack client sends back for a view in which nobody has touched anything. */
public final class ClientState {

    private ClientState() {}

    public static JsonObject untouched(JsonObject view) {
        JsonObject values = new JsonObject();
        for (JsonElement element : view.getAsJsonArray("blocks")) {
            JsonObject block = element.getAsJsonObject();
            if (block.get("type").getAsString().equals("input")) {
                JsonObject input = block.getAsJsonObject("element");
                JsonObject byAction = new JsonObject();
                byAction.add(input.get("action_id").getAsString(), value(input));
                values.add(block.get("block_id").getAsString(), byAction);
            }
        }
        JsonObject state = new JsonObject();
        state.add("values", values);
        return state;
    }

    private static JsonObject value(JsonObject input) {
        String type = input.get("type").getAsString();
        JsonObject value = new JsonObject();
        value.addProperty("type", type);
        switch (type) {
            case "plain_text_input" -> value.add("value", initial(input, "initial_value"));
            case "datepicker" -> value.add("selected_date", initial(input, "initial_date"));
            case "timepicker" -> value.add("selected_time", initial(input, "initial_time"));
            case "radio_buttons", "static_select" -> value.add("selected_option", initial(input, "initial_option"));
            case "checkboxes" ->
                value.add(
                        "selected_options",
                        input.has("initial_options") ? input.get("initial_options") : new JsonArray());
            default -> throw new AssertionError("Expected an input of Slack's, but found " + type);
        }
        return value;
    }

    private static JsonElement initial(JsonObject input, String name) {
        return input.has(name) ? input.get(name) : JsonNull.INSTANCE;
    }
}
