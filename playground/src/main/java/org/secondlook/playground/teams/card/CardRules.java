package org.secondlook.playground.teams.card;

import static org.secondlook.playground.shape.Rule.list;
import static org.secondlook.playground.shape.Rule.matching;
import static org.secondlook.playground.shape.Rule.oneOf;
import static org.secondlook.playground.shape.Rule.string;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.secondlook.playground.shape.Place;
import org.secondlook.playground.shape.Rule;
import org.secondlook.playground.shape.Shape;
import tools.jackson.databind.JsonNode;

/** Rules for an Adaptive Card: version 1.5 at most, known types, required fields, six actions. */
public final class CardRules {

    /** A card of this many bytes is too large. */
    public static final int MAX_BYTES = 28 * 1024;

    private static final int MANY = 1000;
    private static final int MAX_ACTIONS = 6;
    private static final Shape ANY = Shape.typed().open();
    private static final Rule TEXT = string(1, MAX_BYTES);
    private static final Rule ITEMS = list(0, MANY, CardRules::element);
    private static final Rule ACTIONS = list(1, MAX_ACTIONS, CardRules::action);

    private static final Shape ELEMENT =
            ANY.optional("selectAction", CardRules::selectAction).optional("isVisible", Rule.bool());
    private static final Shape INPUT = ELEMENT.required("id", TEXT)
            .optional("label", string(1, MAX_BYTES))
            .optional("isRequired", Rule.bool())
            .optional("errorMessage", TEXT);
    private static final Rule CARD = Shape.typed()
            .open()
            .optional("version", matching("1\\.[0-5]"))
            .optional("body", ITEMS)
            .optional("actions", ACTIONS)
            .optional("selectAction", CardRules::selectAction);

    private static final Map<String, Rule> ELEMENTS = Map.ofEntries(
            Map.entry("TextBlock", ELEMENT.required("text", TEXT)),
            Map.entry("RichTextBlock", ELEMENT.required("inlines", list(1, MANY, CardRules::inline))),
            Map.entry("Container", ELEMENT.required("items", ITEMS)),
            Map.entry("ColumnSet", ELEMENT.optional("columns", list(1, 20, ELEMENT.optional("items", ITEMS)))),
            Map.entry(
                    "FactSet",
                    ELEMENT.required(
                            "facts",
                            list(
                                    1,
                                    MANY,
                                    Shape.object()
                                            .open()
                                            .required("title", TEXT)
                                            .required("value", TEXT)))),
            Map.entry("Image", ELEMENT.required("url", TEXT)),
            Map.entry("ImageSet", ANY.required("images", list(1, 20, ANY.required("url", TEXT)))),
            Map.entry("Media", ANY.required("sources", list(1, 20, Rule.anything()))),
            Map.entry("Table", ANY),
            Map.entry("ActionSet", ELEMENT.required("actions", ACTIONS)),
            Map.entry("Input.Text", INPUT),
            Map.entry("Input.Date", INPUT),
            Map.entry("Input.Time", INPUT),
            Map.entry("Input.Number", INPUT),
            Map.entry("Input.Toggle", INPUT.required("title", TEXT)),
            Map.entry(
                    "Input.ChoiceSet",
                    INPUT.optional("style", oneOf("compact", "expanded", "filtered"))
                            .required(
                                    "choices",
                                    list(
                                            0,
                                            MANY,
                                            Shape.object()
                                                    .open()
                                                    .required("title", TEXT)
                                                    .required("value", TEXT)))));

    private static final Shape ACTION = ANY.required("title", TEXT)
            .optional("style", oneOf("default", "positive", "destructive"))
            .optional("mode", oneOf("primary", "secondary"));
    private static final Map<String, Rule> ACTIONS_BY_TYPE = Map.of(
            "Action.Execute", ACTION.optional("verb", string(0, MAX_BYTES)),
            "Action.Submit", ACTION,
            "Action.OpenUrl", ACTION.required("url", TEXT),
            "Action.ShowCard", ACTION.required("card", CardRules::card),
            "Action.ToggleVisibility", ACTION.required("targetElements", list(1, MANY, Rule.anything())));
    private static final Map<String, Rule> SELECT_ACTIONS = Map.of(
            "Action.Execute",
            ANY,
            "Action.Submit",
            ANY,
            "Action.OpenUrl",
            ANY.required("url", TEXT),
            "Action.ToggleVisibility",
            ANY.required("targetElements", list(1, MANY, Rule.anything())));

    private CardRules() {}

    public static List<String> check(JsonNode card) {
        Place place = Place.root("");
        card(card, place);
        if (!card.has("version")) {
            place.fault("missing required field: version");
        }
        uniqueInputs(card, place, new HashSet<>());
        return place.faults();
    }

    public static boolean tooLarge(JsonNode card) {
        return card.toString().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    private static void card(JsonNode card, Place place) {
        Rule.byType(Map.of("AdaptiveCard", CARD)).check(card, place);
    }

    private static void element(JsonNode element, Place place) {
        Rule.byType(ELEMENTS).check(element, place);
    }

    private static void action(JsonNode action, Place place) {
        Rule.byType(ACTIONS_BY_TYPE).check(action, place);
    }

    private static void selectAction(JsonNode action, Place place) {
        Rule.byType(SELECT_ACTIONS).check(action, place);
    }

    private static void inline(JsonNode inline, Place place) {
        if (!inline.isString()) {
            Rule.byType(Map.of("TextRun", ANY.required("text", TEXT))).check(inline, place);
        }
    }

    private static void uniqueInputs(JsonNode node, Place place, Set<String> ids) {
        boolean input = node.path("type").asString("").startsWith("Input.");
        String id = node.path("id").asString("");
        if (input && !id.isEmpty() && !ids.add(id)) {
            place.fault("input id already exists: " + id);
        }
        node.forEachEntry((field, child) -> {
            if (child.isObject()) {
                uniqueInputs(child, place.at(field), ids);
            }
            for (int i = 0; child.isArray() && i < child.size(); i++) {
                uniqueInputs(child.get(i), place.at(field).at(i), ids);
            }
        });
    }
}
