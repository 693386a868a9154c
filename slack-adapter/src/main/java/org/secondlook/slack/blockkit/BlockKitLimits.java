package org.secondlook.slack.blockkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Slack refuses, by the limits of its Block Kit reference; and markup, which this adapter never sends. It reads the
 * JSON that leaves, so that it does not share the drawing's view of things.
 */
public final class BlockKitLimits {

    static final int TEXT = 3_000;
    static final int HEADER = 150;
    static final int BUTTON_TEXT = 75;
    static final int BUTTON_VALUE = 2_000;
    static final int ACCESSIBILITY_LABEL = 75;
    static final int ACTIONS = 25;
    static final int OPTION_TEXT = 75;
    static final int OPTION_VALUE = 150;
    static final int BUTTONED_OPTIONS = 10;
    static final int MENU_OPTIONS = 100;
    static final int VIEW_BLOCKS = 100;
    static final int MESSAGE_BLOCKS = 50;

    private static final int VIEW_LABEL = 24;
    private static final int METADATA = 3_000;
    private static final int ID = 255;
    private static final int LABEL = 2_000;
    private static final int CONFIRM_TITLE = 100;
    private static final int CONFIRM_TEXT = 300;
    private static final int CONFIRM_BUTTON = 30;
    private static final int MESSAGE_TEXT = 4_000;

    private final List<String> faults = new ArrayList<>();

    private BlockKitLimits() {}

    /** What is wrong with a modal or a home tab, a line each; nothing if Slack takes it. */
    public static List<String> faults(JsonObject view) {
        BlockKitLimits limits = new BlockKitLimits();
        limits.view(view);
        return limits.faults;
    }

    /** What is wrong with a message, a line each; nothing if Slack takes it. */
    public static List<String> faults(BlockKitMessage message) {
        BlockKitLimits limits = new BlockKitLimits();
        limits.length("message text", message.text(), 1, MESSAGE_TEXT);
        limits.blocks(BlockKit.GSON.toJsonTree(message.blocks()).getAsJsonArray(), MESSAGE_BLOCKS);
        return limits.faults;
    }

    static void require(String view, JsonObject drawn) {
        require(view, faults(drawn));
    }

    static void require(String view, BlockKitMessage drawn) {
        require(view, faults(drawn));
    }

    private static void require(String view, List<String> faults) {
        if (!faults.isEmpty()) {
            throw new UndrawableViewException(view, faults);
        }
    }

    private void view(JsonObject view) {
        boolean modal = string(view, "type").equals("modal");
        if (modal) {
            text(view, "title", VIEW_LABEL, true);
            text(view, "submit", VIEW_LABEL, objects(view, "blocks").anyMatch(block -> is(block, "input")));
            text(view, "close", VIEW_LABEL, false);
        }
        length("private_metadata", string(view, "private_metadata"), 0, METADATA);
        length("callback_id", string(view, "callback_id"), 0, ID);
        blocks(view.getAsJsonArray("blocks"), VIEW_BLOCKS);
    }

    private void blocks(JsonArray blocks, int most) {
        count("blocks", blocks.size(), 1, most);
        Set<String> ids = new HashSet<>();
        for (JsonElement element : blocks) {
            JsonObject block = element.getAsJsonObject();
            String id = string(block, "block_id");
            length("block_id", id, 0, ID);
            if (!id.isEmpty() && !ids.add(id)) {
                faults.add("block_id %s stands twice".formatted(id));
            }
            block(block);
        }
    }

    private void block(JsonObject block) {
        switch (string(block, "type")) {
            case "header" -> text(block, "text", HEADER, true);
            case "section" -> {
                text(block, "text", TEXT, true);
                objects(block, "accessory").forEach(this::element);
            }
            case "rich_text" -> richText(block);
            case "actions" -> {
                count("buttons in a row", (int) objects(block, "elements").count(), 1, ACTIONS);
                Set<String> ids = new HashSet<>();
                objects(block, "elements").forEach(element -> {
                    element(element);
                    if (!ids.add(string(element, "action_id"))) {
                        faults.add("action_id %s stands twice".formatted(string(element, "action_id")));
                    }
                });
            }
            case "input" -> {
                text(block, "label", LABEL, true);
                text(block, "hint", LABEL, false);
                objects(block, "element").forEach(this::element);
            }
            default -> faults.add("block of unknown type %s".formatted(string(block, "type")));
        }
    }

    private void element(JsonObject element) {
        length("action_id", string(element, "action_id"), 1, ID);
        switch (string(element, "type")) {
            case "button" -> button(element);
            case "radio_buttons", "checkboxes" -> {
                count("options", (int) objects(element, "options").count(), 1, BUTTONED_OPTIONS);
                options(element, objects(element, "options").toList());
            }
            case "static_select" -> menu(element);
            case "plain_text_input" -> {
                int most = element.get("max_length").getAsInt();
                count("max_length", most, 1, TEXT);
                length("initial_value", string(element, "initial_value"), 0, most);
            }
            case "datepicker" -> matches(element, "initial_date", "\\d{4}-\\d{2}-\\d{2}|");
            case "timepicker" -> matches(element, "initial_time", "\\d{2}:\\d{2}|");
            default -> faults.add("element of unknown type %s".formatted(string(element, "type")));
        }
    }

    private void button(JsonObject button) {
        text(button, "text", BUTTON_TEXT, true);
        length("value", string(button, "value"), 1, BUTTON_VALUE);
        length("accessibility_label", string(button, "accessibility_label"), 0, ACCESSIBILITY_LABEL);
        objects(button, "confirm").forEach(confirm -> {
            text(confirm, "title", CONFIRM_TITLE, true);
            text(confirm, "text", CONFIRM_TEXT, true);
            text(confirm, "confirm", CONFIRM_BUTTON, true);
            text(confirm, "deny", CONFIRM_BUTTON, true);
        });
    }

    private void menu(JsonObject menu) {
        List<JsonObject> groups = objects(menu, "option_groups").toList();
        count("option groups", groups.size(), 0, MENU_OPTIONS);
        groups.forEach(group -> {
            text(group, "label", OPTION_TEXT, true);
            count("options", (int) objects(group, "options").count(), 1, MENU_OPTIONS);
        });
        if (groups.isEmpty()) {
            count("options", (int) objects(menu, "options").count(), 1, MENU_OPTIONS);
        }
        options(
                menu,
                Stream.concat(objects(menu, "options"), groups.stream().flatMap(g -> objects(g, "options")))
                        .toList());
    }

    private void options(JsonObject element, List<JsonObject> options) {
        Set<String> values = new HashSet<>();
        for (JsonObject option : options) {
            text(option, "text", OPTION_TEXT, true);
            text(option, "description", OPTION_TEXT, false);
            length("option value", string(option, "value"), 1, OPTION_VALUE);
            if (!values.add(string(option, "value"))) {
                faults.add("option %s stands twice".formatted(string(option, "value")));
            }
        }
        Stream.concat(objects(element, "initial_option"), objects(element, "initial_options"))
                .filter(initial -> !options.contains(initial))
                .forEach(initial -> faults.add("initial option %s is not offered".formatted(string(initial, "value"))));
    }

    private void richText(JsonObject block) {
        List<String> texts = new ArrayList<>();
        texts(block, texts);
        texts.forEach(text -> length("rich text", text, 1, TEXT));
    }

    private static void texts(JsonElement element, List<String> texts) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(child -> texts(child, texts));
        } else if (element.isJsonObject()) {
            for (Map.Entry<String, JsonElement> entry :
                    element.getAsJsonObject().entrySet()) {
                if (entry.getKey().equals("text") && entry.getValue().isJsonPrimitive()) {
                    texts.add(entry.getValue().getAsString());
                }
                texts(entry.getValue(), texts);
            }
        }
    }

    private void text(JsonObject parent, String name, int most, boolean required) {
        if (!parent.has(name)) {
            if (required) {
                faults.add("%s of %s is missing".formatted(name, string(parent, "type")));
            }
            return;
        }
        JsonObject text = parent.getAsJsonObject(name);
        if (!is(text, "plain_text")) {
            faults.add("%s is not plain text".formatted(name));
        }
        length(name, string(text, "text"), 1, most);
    }

    private void matches(JsonObject element, String name, String form) {
        if (!string(element, name).matches(form)) {
            faults.add("%s is not of its form".formatted(name));
        }
    }

    private void length(String what, String text, int least, int most) {
        count("characters of " + what, text.length(), least, most);
    }

    private void count(String what, int count, int least, int most) {
        if (count < least || count > most) {
            faults.add("%s: %d, expected %d to %d".formatted(what, count, least, most));
        }
    }

    private static boolean is(JsonObject object, String type) {
        return string(object, "type").equals(type);
    }

    private static String string(JsonObject object, String name) {
        return object.has(name) ? object.get(name).getAsString() : "";
    }

    /** The object, or the objects of the list, of that name. */
    private static Stream<JsonObject> objects(JsonObject parent, String name) {
        if (!parent.has(name)) {
            return Stream.empty();
        }
        JsonElement child = parent.get(name);
        return child.isJsonArray()
                ? child.getAsJsonArray().asList().stream().map(JsonElement::getAsJsonObject)
                : Stream.of(child.getAsJsonObject());
    }
}
