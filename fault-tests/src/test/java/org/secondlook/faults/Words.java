package org.secondlook.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** What stands in a view, card or message, as it reads. */
final class Words {

    private static final List<String> SPOKEN = List.of("text", "title", "label");

    private Words() {}

    /** All words, without what is on no screen. */
    static String of(JsonNode node) {
        return String.join("", all(node));
    }

    private static List<String> all(JsonNode node) {
        List<String> words = new ArrayList<>();
        for (String key : SPOKEN) {
            if (node.path(key).isString()) {
                words.add(node.path(key).stringValue());
            }
        }
        node.forEach(child -> {
            if (child.isContainer()) {
                words.addAll(all(child));
            }
        });
        if (!node.path("type").asString("").matches("text|TextRun|plain_text|mrkdwn")) {
            words.add("\n");
        }
        return words;
    }

    /** Visits a node and all below it, each with its JSON pointer; not what is there for clients that do not know it. */
    static void walk(JsonNode node, String pointer, BiConsumer<JsonNode, String> visitor) {
        visitor.accept(node, pointer);
        if (node.isObject()) {
            node.propertyStream()
                    .filter(property -> !property.getKey().equals("fallback"))
                    .forEach(property -> walk(property.getValue(), pointer + "/" + property.getKey(), visitor));
        } else {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), pointer + "/" + i, visitor);
            }
        }
    }
}
