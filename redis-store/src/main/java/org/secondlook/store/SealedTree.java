package org.secondlook.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Seals and opens the marked values of a JSON tree, each for the place where it stands and no other. */
final class SealedTree {

    private final Seals seals;
    private final String place;

    /** @param place what holds the tree; a sealed value opens only there, and only at its own path */
    SealedTree(Seals seals, String place) {
        this.seals = seals;
        this.place = place;
    }

    void seal(JsonNode tree) {
        walk(
                tree,
                "",
                (value, path) -> JsonNodeFactory.instance.stringNode(
                        seals.seal(StoredJson.WRITER.writeValueAsBytes(value), place + "|" + path)));
    }

    void open(JsonNode tree) {
        walk(
                tree,
                "",
                (value, path) -> seals.open(value.asString(), place + "|" + path)
                        .map(StoredJson.MAPPER::readTree)
                        .orElseThrow(() -> new UnreadableDataException(
                                "Expected what is sealed at %s of %s to open, but it was changed, moved or sealed under another key"
                                        .formatted(path, place))));
    }

    private static void walk(JsonNode node, String path, BiFunction<JsonNode, String, JsonNode> change) {
        if (node instanceof ObjectNode object && object.size() == 1 && object.has(StoredJson.SEALED)) {
            object.set(StoredJson.SEALED, change.apply(object.required(StoredJson.SEALED), path));
        } else if (node.isObject()) {
            node.properties().forEach(property -> walk(property.getValue(), path + "/" + property.getKey(), change));
        } else if (node.isArray()) {
            List<JsonNode> elements = new ArrayList<>(node.values());
            for (int i = 0; i < elements.size(); i++) {
                walk(elements.get(i), path + "/" + i, change);
            }
        }
    }
}
