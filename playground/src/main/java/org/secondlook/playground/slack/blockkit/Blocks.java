package org.secondlook.playground.slack.blockkit;

import static org.secondlook.playground.shape.Rule.bool;
import static org.secondlook.playground.shape.Rule.list;
import static org.secondlook.playground.shape.Rule.oneOf;
import static org.secondlook.playground.shape.Rule.string;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.secondlook.playground.shape.Place;
import org.secondlook.playground.shape.Rule;
import org.secondlook.playground.shape.Shape;
import tools.jackson.databind.JsonNode;

/** Rules for a list of blocks. */
public final class Blocks {

    private static final int IN_MESSAGE = 50;
    private static final int IN_VIEW = 100;

    private static final Shape BLOCK = Shape.typed().optional("block_id", string(1, 255));

    private static final Map<String, Rule> EVERYWHERE = Map.ofEntries(
            Map.entry("header", BLOCK.required("text", Composition.plainText(150))),
            Map.entry("divider", BLOCK),
            Map.entry(
                    "section",
                    BLOCK.optional("text", Composition.text(3000))
                            .optional("fields", list(1, 10, Composition.text(2000)))
                            .optional("accessory", Elements.inSection())
                            .optional("expand", bool())
                            .and(Blocks::saysSomething)),
            Map.entry("context", BLOCK.required("elements", list(1, 10, Elements.inContext()))),
            Map.entry("actions", BLOCK.required("elements", list(1, 25, Elements.inActions()))),
            Map.entry(
                    "image",
                    BLOCK.required("image_url", string(1, 3000))
                            .required("alt_text", string(1, 2000))
                            .optional("title", Composition.plainText(2000))),
            Map.entry(
                    "input",
                    BLOCK.required("label", Composition.plainText(2000))
                            .required("element", Elements.inInput())
                            .optional("hint", Composition.plainText(2000))
                            .optional("optional", bool())
                            .optional("dispatch_action", bool())),
            Map.entry("rich_text", BLOCK.required("elements", list(1, 1000, richText()))),
            Map.entry("video", Rule.anything()),
            Map.entry("table", Rule.anything()));

    private Blocks() {}

    /** Faults of the blocks of a message. */
    public static List<String> inMessage(JsonNode blocks) {
        Place place = Place.root("/blocks");
        Map<String, Rule> rules = new HashMap<>(EVERYWHERE);
        rules.put("file", Rule.anything());
        rules.put("markdown", BLOCK.required("text", string(1, 12_000)));
        check(blocks, place, IN_MESSAGE, rules);
        return place.faults();
    }

    static void inView(JsonNode blocks, Place place) {
        Map<String, Rule> rules = new HashMap<>(EVERYWHERE);
        rules.put("alert", BLOCK.required("text", Composition.text(200)).optional("level", string(1, 20)));
        check(blocks, place, IN_VIEW, rules);
    }

    private static void check(JsonNode blocks, Place place, int max, Map<String, Rule> rules) {
        list(0, max, Rule.byType(rules)).check(blocks, place);
        Set<String> blockIds = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            String blockId = blocks.get(i).path("block_id").asString("");
            if (!blockId.isEmpty() && !blockIds.add(blockId)) {
                place.at(i).at("block_id").fault("block_id already exists: " + blockId);
            }
            uniqueActionIds(blocks.get(i), place.at(i));
        }
    }

    private static void uniqueActionIds(JsonNode block, Place place) {
        Set<String> actionIds = new HashSet<>();
        for (JsonNode element : block.path("elements")) {
            String actionId = element.path("action_id").asString("");
            if (!actionId.isEmpty() && !actionIds.add(actionId)) {
                place.fault("action_id already exists: " + actionId);
            }
        }
    }

    private static void saysSomething(JsonNode section, Place place) {
        if (!section.has("text") && !section.has("fields")) {
            place.fault("must have either text or fields");
        }
    }

    private static Rule richText() {
        Rule section = Shape.typed().required("elements", list(0, 1000, Rule.byType(richTextLeaves())));
        Rule boxed = Shape.typed()
                .required("elements", list(0, 1000, Rule.byType(richTextLeaves())))
                .optional("border", Rule.integer(0, 1));
        return Rule.byType(Map.of(
                "rich_text_section", section,
                "rich_text_quote", boxed,
                "rich_text_preformatted", boxed,
                "rich_text_list",
                        Shape.typed()
                                .required("style", oneOf("bullet", "ordered"))
                                .required("elements", list(1, 1000, section))
                                .optional("indent", Rule.integer(0, 8))
                                .optional("offset", Rule.integer(0, 1000))
                                .optional("border", Rule.integer(0, 1))));
    }

    private static Map<String, Rule> richTextLeaves() {
        Shape leaf = Shape.typed()
                .optional(
                        "style",
                        Shape.object()
                                .optional("bold", bool())
                                .optional("italic", bool())
                                .optional("strike", bool())
                                .optional("code", bool())
                                .optional("underline", bool()));
        return Map.of(
                "text", leaf.required("text", string(1, 12_000)),
                "link",
                        leaf.required("url", string(1, 3000))
                                .optional("text", string(1, 3000))
                                .optional("unsafe", bool()),
                "user", leaf.required("user_id", string(1, 20)),
                "channel", leaf.required("channel_id", string(1, 20)),
                "usergroup", Rule.anything(),
                "team", Rule.anything(),
                "emoji", Rule.anything(),
                "broadcast", Rule.anything(),
                "color", Rule.anything(),
                "date", Rule.anything());
    }
}
