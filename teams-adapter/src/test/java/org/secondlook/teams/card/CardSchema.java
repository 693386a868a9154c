package org.secondlook.teams.card;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Microsoft's own schema of Adaptive Cards 1.5 (microsoft/AdaptiveCards, MIT). */
final class CardSchema {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_6)
            .getSchema(readable(text("/adaptive-card.schema.1.5.json")));

    private CardSchema() {}

    /** What is wrong with a card. */
    static List<String> faults(com.fasterxml.jackson.databind.JsonNode card) {
        return SCHEMA.validate(card.toString(), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /**
     * The schema names itself as drafts before 6 did, which the validator refuses. And it lacks the style "filtered",
     * which the documentation has from version 1.5 on, and Teams with it.
     */
    private static JsonNode readable(String schema) {
        ObjectNode tree = (ObjectNode) JsonMapper.shared().readTree(schema);
        tree.remove("id");
        ObjectNode style = (ObjectNode) tree.at("/definitions/ChoiceInputStyle/anyOf/0");
        style.withArray("enum").add("filtered");
        return tree;
    }

    private static String text(String resource) {
        try (var in = CardSchema.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
