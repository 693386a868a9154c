package org.secondlook.playground.slack;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The ids that Slack makes up for blocks and elements that were sent without. */
final class Ids {

    private Ids() {}

    static void complete(JsonNode blocks) {
        for (JsonNode block : blocks) {
            completed(block, "block_id");
            if (block.path("type").asString("").equals("context")) {
                continue;
            }
            Stream.of(
                            Stream.of(block.path("element"), block.path("accessory")),
                            block.path("elements").valueStream())
                    .flatMap(elements -> elements)
                    .filter(element -> !element.path("type").asString("image").equals("image"))
                    .filter(element -> !element.path("type").asString("").startsWith("rich_text_"))
                    .forEach(element -> completed(element, "action_id"));
        }
    }

    private static void completed(JsonNode object, String field) {
        if (object instanceof ObjectNode node && !node.has(field)) {
            long random = ThreadLocalRandom.current().nextLong(36L * 36 * 36 * 36, 36L * 36 * 36 * 36 * 36);
            node.put(field, Long.toString(random, 36).toLowerCase(Locale.ROOT));
        }
    }
}
