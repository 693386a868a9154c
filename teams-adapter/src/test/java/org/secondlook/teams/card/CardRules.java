package org.secondlook.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.secondlook.core.message.View;

/** What holds of every card, whatever view it was drawn from. */
final class CardRules {

    private CardRules() {}

    static void check(View view, Place place, JsonNode card) {
        assertThat(CardSchema.faults(card)).as("schema").isEmpty();
        assertThat(card.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(28 * 1024);
        assertThat(card.path("fallbackText").asText()).isEqualTo(view.notice());
        assertThat(card.path("lang").asText()).isNotEmpty();
        List<JsonNode> all = new ArrayList<>();
        collect(card, all);
        if (place != Place.DIALOG) {
            assertThat(firstWords(all)).as("what a lock screen may show").isEqualTo("Second Look");
        }
        all.forEach(CardRules::checkElement);
        checkIds(all);
    }

    private static void checkElement(JsonNode element) {
        String type = element.path("type").asText();
        if (type.startsWith("Input.")) {
            assertThat(element.path("label").asText()).as("label of an input").isNotEmpty();
            assertThat(element.has("placeholder")).isFalse();
        }
        if (type.equals("ActionSet")) {
            assertThat(element.path("actions")).as("buttons in a row").hasSizeBetween(1, 6);
        }
        if (type.equals("TextBlock") || type.equals("Input.ChoiceSet")) {
            assertThat(element.path("wrap").asBoolean()).as("wraps").isTrue();
        }
        if (type.equals("Action.Execute") || type.equals("Action.Submit")) {
            assertThat(element.at("/data/token").asText()).isNotEmpty();
        }
    }

    /** A fallback has the id of what it stands in for. */
    private static void checkIds(List<JsonNode> all) {
        Set<String> ids = new HashSet<>();
        for (JsonNode element : all) {
            String id = element.path("id").asText();
            assertThat(id.isEmpty() || ids.add(id)).as("id %s is unique", id).isTrue();
        }
    }

    private static String firstWords(List<JsonNode> all) {
        return all.stream()
                .filter(element -> element.path("text").isTextual())
                .findFirst()
                .map(element -> element.path("text").asText())
                .orElse("");
    }

    private static void collect(JsonNode node, List<JsonNode> all) {
        if (node.isObject()) {
            all.add(node);
        }
        node.properties().forEach(field -> {
            if (!field.getKey().equals("fallback")) {
                collect(field.getValue(), all);
            }
        });
        if (node.isArray()) {
            node.forEach(child -> collect(child, all));
        }
    }
}
