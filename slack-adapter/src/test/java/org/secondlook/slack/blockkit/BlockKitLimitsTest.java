package org.secondlook.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit, broken once. */
class BlockKitLimitsTest {

    private static final String LONG = "x".repeat(3_001);

    @Test
    void findsNothingWrongWithWhatIsDrawn() {
        assertThat(BlockKitLimits.faults(BlockKit.modal(ViewBuilder.everything())))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void finds(String what, Consumer<JsonObject> planted) {
        JsonObject view = BlockKit.modal(ViewBuilder.everything());
        planted.accept(view);

        List<String> faults = BlockKitLimits.faults(view);

        assertThat(faults).as(what).isNotEmpty();
    }

    static Stream<Arguments> finds() {
        return Stream.of(
                planted("a long title", view -> text(view.getAsJsonObject("title"))),
                planted("no title", view -> view.remove("title")),
                planted("a long submit", view -> text(view.getAsJsonObject("submit"))),
                planted("inputs without submit", view -> view.remove("submit")),
                planted("a long close", view -> text(view.getAsJsonObject("close"))),
                planted("long metadata", view -> view.addProperty("private_metadata", LONG)),
                planted("no blocks", view -> view.add("blocks", new JsonArray())),
                planted("101 blocks", view -> {
                    while (view.getAsJsonArray("blocks").size() < 101) {
                        view.getAsJsonArray("blocks").add(block(view, "header").deepCopy());
                    }
                }),
                planted("a block id twice", view -> {
                    block(view, "header").addProperty("block_id", "a");
                    block(view, "rich_text").addProperty("block_id", "a");
                }),
                planted("a long block id", view -> block(view, "header").addProperty("block_id", LONG)),
                planted("a long header", view -> text(block(view, "header").getAsJsonObject("text"))),
                planted("a long section", view -> text(block(view, "section").getAsJsonObject("text"))),
                planted("markup", view -> {
                    JsonObject markup = new JsonObject();
                    markup.addProperty("type", "mrkdwn");
                    markup.addProperty("text", "*x*");
                    block(view, "section").add("text", markup);
                }),
                planted("an empty section", view -> block(view, "section").remove("text")),
                planted("a long rich text", view -> richText(view, LONG)),
                planted("an empty rich text", view -> richText(view, "")),
                planted("a divider", view -> block(view, "header").addProperty("type", "divider")),
                planted("no buttons", view -> block(view, "actions").add("elements", new JsonArray())),
                planted("26 buttons", view -> {
                    JsonArray buttons = block(view, "actions").getAsJsonArray("elements");
                    while (buttons.size() < 26) {
                        JsonObject button = buttons.get(0).getAsJsonObject().deepCopy();
                        button.addProperty("action_id", "b" + buttons.size());
                        buttons.add(button);
                    }
                }),
                planted(
                        "an action id twice",
                        view -> button(view, 1).add("action_id", button(view, 0).get("action_id"))),
                planted("a long action id", view -> button(view, 0).addProperty("action_id", LONG)),
                planted("a long button", view -> text(button(view, 0).getAsJsonObject("text"))),
                planted("a long value", view -> button(view, 0).addProperty("value", LONG)),
                planted("a long accessibility label", view -> button(view, 0).addProperty("accessibility_label", LONG)),
                planted("a long label", view -> text(block(view, "input").getAsJsonObject("label"))),
                planted("no label", view -> block(view, "input").remove("label")),
                planted("a long hint", view -> text(block(view, "input").getAsJsonObject("hint"))),
                planted("no options", view -> element(view, "radio_buttons").add("options", new JsonArray())),
                planted("11 radio buttons", view -> options(view, "radio_buttons", 11)),
                planted("11 checkboxes", view -> options(view, "checkboxes", 11)),
                planted("101 menu options", view -> options(view, "static_select", 101)),
                planted("a long option", view -> text(option(view).getAsJsonObject("text"))),
                planted("a long description", view -> {
                    option(view).add("description", option(view).get("text").deepCopy());
                    text(option(view).getAsJsonObject("description"));
                }),
                planted("a long option value", view -> option(view).addProperty("value", LONG)),
                planted("an option twice", view -> option(view).addProperty("value", "o2")),
                planted(
                        "an initial option that is not offered",
                        view -> element(view, "radio_buttons")
                                .getAsJsonObject("initial_option")
                                .addProperty("value", "gone")),
                planted(
                        "a long field",
                        view -> element(view, "plain_text_input").addProperty("max_length", 3_001)),
                planted(
                        "a value longer than its field",
                        view -> element(view, "plain_text_input").addProperty("max_length", 3)),
                planted("not a date", view -> element(view, "datepicker").addProperty("initial_date", "tomorrow")),
                planted("not a time", view -> element(view, "timepicker").addProperty("initial_time", "10am")),
                planted("a long question", view -> text(confirm(view).getAsJsonObject("title"))),
                planted("a long explanation", view -> text(confirm(view).getAsJsonObject("text"))),
                planted("a long yes", view -> text(confirm(view).getAsJsonObject("confirm"))),
                planted("a long no", view -> text(confirm(view).getAsJsonObject("deny"))));
    }

    @Test
    void findsWhatIsWrongWithAMessage() {
        BlockKitMessage good = BlockKit.message(ViewBuilder.everything());

        assertThat(BlockKitLimits.faults(good)).isEmpty();
        assertThat(BlockKitLimits.faults(new BlockKitMessage("", good.blocks())))
                .isNotEmpty();
        assertThat(BlockKitLimits.faults(new BlockKitMessage("x".repeat(4_001), good.blocks())))
                .isNotEmpty();
        assertThat(BlockKitLimits.faults(new BlockKitMessage(
                        "x",
                        Stream.generate(() -> good.blocks().get(0)).limit(51).toList())))
                .isNotEmpty();
    }

    private static Arguments planted(String what, Consumer<JsonObject> planted) {
        return Arguments.of(what, planted);
    }

    private static void text(JsonObject textObject) {
        textObject.addProperty("text", LONG);
    }

    private static Stream<JsonObject> blocks(JsonObject view, String type) {
        return view.getAsJsonArray("blocks").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(block -> block.get("type").equals(new JsonPrimitive(type)));
    }

    private static JsonObject block(JsonObject view, String type) {
        return blocks(view, type).findFirst().orElseThrow();
    }

    private static JsonObject element(JsonObject view, String type) {
        return blocks(view, "input")
                .map(block -> block.getAsJsonObject("element"))
                .filter(element -> element.get("type").getAsString().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject button(JsonObject view, int n) {
        return block(view, "actions").getAsJsonArray("elements").get(n).getAsJsonObject();
    }

    private static JsonObject option(JsonObject view) {
        return element(view, "radio_buttons").getAsJsonArray("options").get(0).getAsJsonObject();
    }

    private static JsonObject confirm(JsonObject view) {
        return blocks(view, "actions")
                .flatMap(block -> block.getAsJsonArray("elements").asList().stream())
                .map(JsonElement::getAsJsonObject)
                .filter(button -> button.has("confirm"))
                .map(button -> button.getAsJsonObject("confirm"))
                .findFirst()
                .orElseThrow();
    }

    private static void options(JsonObject view, String type, int count) {
        JsonArray options = element(view, type).getAsJsonArray("options");
        while (options.size() < count) {
            JsonObject option = options.get(0).getAsJsonObject().deepCopy();
            option.addProperty("value", "more" + options.size());
            options.add(option);
        }
    }

    private static void richText(JsonObject view, String words) {
        block(view, "rich_text")
                .getAsJsonArray("elements")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("elements")
                .get(0)
                .getAsJsonObject()
                .addProperty("text", words);
    }
}
