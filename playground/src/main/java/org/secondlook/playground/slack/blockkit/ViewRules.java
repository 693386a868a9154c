package org.secondlook.playground.slack.blockkit;

import static org.secondlook.playground.shape.Rule.bool;
import static org.secondlook.playground.shape.Rule.string;

import java.util.List;
import java.util.Map;
import org.secondlook.playground.shape.Place;
import org.secondlook.playground.shape.Rule;
import org.secondlook.playground.shape.Shape;
import tools.jackson.databind.JsonNode;

/** Rules for modals and Home tabs. */
public final class ViewRules {

    private static final Shape VIEW = Shape.typed()
            .required("blocks", Blocks::inView)
            .optional("private_metadata", string(0, 3000))
            .optional("callback_id", string(0, 255))
            .optional("external_id", string(0, 255));

    private static final Rule MODAL = VIEW.required("title", Composition.plainText(24))
            .optional("submit", Composition.plainText(24))
            .optional("close", Composition.plainText(24))
            .optional("clear_on_close", bool())
            .optional("notify_on_close", bool())
            .optional("submit_disabled", bool())
            .and(ViewRules::canBeSubmitted);

    private ViewRules() {}

    public static List<String> modal(JsonNode view) {
        return check(view, Map.of("modal", MODAL));
    }

    public static List<String> home(JsonNode view) {
        return check(view, Map.of("home", VIEW));
    }

    private static List<String> check(JsonNode view, Map<String, Rule> rules) {
        Place place = Place.root("/view");
        Rule.byType(rules).check(view, place);
        return place.faults();
    }

    private static void canBeSubmitted(JsonNode view, Place place) {
        boolean asks = view.path("blocks")
                .valueStream()
                .anyMatch(block -> "input".equals(block.path("type").asString("")));
        if (asks && !view.has("submit")) {
            place.fault("must define `submit` to use an `input` block in modals");
        }
    }
}
