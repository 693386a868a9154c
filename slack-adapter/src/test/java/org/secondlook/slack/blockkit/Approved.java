package org.secondlook.slack.blockkit;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;

/** What is drawn, as a file that a person has approved. What is sealed differs each time and is left out. */
final class Approved {

    private static final Gson PRETTY =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final String SEALED = "(sealed)";

    private Approved() {}

    static void verify(Object drawn) {
        verify(drawn, new Options());
    }

    static void verify(Object drawn, Options options) {
        JsonElement json = BlockKit.GSON.toJsonTree(drawn);
        unseal(json);
        Approvals.verify(PRETTY.toJson(json) + "\n", options.forFile().withExtension(".json"));
    }

    private static void unseal(JsonElement element) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(Approved::unseal);
        } else if (element instanceof JsonObject object) {
            if (object.has("value") && object.has("action_id")) {
                object.addProperty("value", SEALED);
            }
            if (object.has("private_metadata")) {
                object.addProperty("private_metadata", SEALED);
            }
            if (object.has("block_id")) {
                String id = object.get("block_id").getAsString();
                object.addProperty(
                        "block_id",
                        InputBlockId.parse(id)
                                .map(i -> new InputBlockId(i.input(), i.part(), "drawing").toString())
                                .orElse(id));
            }
            object.entrySet().forEach(entry -> unseal(entry.getValue()));
        }
    }
}
