package org.secondlook.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import org.secondlook.slack.blockkit.BlockKit;

/** A message as it came back with the press of one of its buttons. */
record PostedMessage(MessagePlace place, String rawText, List<LayoutBlock> blocks) {

    PostedMessage {
        blocks = List.copyOf(blocks);
    }

    String text() {
        return SlackText.plain(rawText);
    }

    /** Its blocks without what can be pressed or filled in, as JSON for Slack. */
    String blocksWithoutButtons() {
        JsonArray kept = new JsonArray();
        for (JsonElement element : BlockKit.GSON.toJsonTree(blocks).getAsJsonArray()) {
            JsonObject block = element.getAsJsonObject();
            String type = block.get("type").getAsString();
            if (!type.equals("actions") && !type.equals("input")) {
                block.remove("accessory");
                kept.add(unescaped(block));
            }
        }
        return kept.toString();
    }

    /** Slack escapes the texts of a message that it sends back (bolt-python #513); it does not want them escaped. */
    private static JsonElement unescaped(JsonElement element) {
        if (element.isJsonArray()) {
            JsonArray all = new JsonArray();
            element.getAsJsonArray().forEach(child -> all.add(unescaped(child)));
            return all;
        }
        if (!element.isJsonObject()) {
            return element;
        }
        JsonObject object = new JsonObject();
        element.getAsJsonObject().entrySet().forEach(entry -> {
            JsonElement value = entry.getValue();
            boolean text = entry.getKey().equals("text") && value.isJsonPrimitive();
            object.add(
                    entry.getKey(),
                    text ? new JsonPrimitive(SlackText.unescaped(value.getAsString())) : unescaped(value));
        });
        return object;
    }
}
