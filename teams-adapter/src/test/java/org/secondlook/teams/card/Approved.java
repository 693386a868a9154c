package org.secondlook.teams.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;

/** Compares a card with the one that a person approved. */
final class Approved {

    private static final JsonMapper JSON = new JsonMapper();

    private Approved() {}

    static void verify(JsonNode card, Options options) {
        Approvals.verify(text(card), options.forFile().withExtension(".json"));
    }

    /** Tokens are not shown: what they hold is the core's, and sealed. */
    static String text(JsonNode card) {
        JsonNode shown = card.deepCopy();
        shown.findParents("token").forEach(data -> ((ObjectNode) data).put("token", "(sealed)"));
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return JSON.writer(printer).writeValueAsString(shown) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
