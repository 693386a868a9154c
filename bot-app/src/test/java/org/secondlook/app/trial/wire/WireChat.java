package org.secondlook.app.trial.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.secondlook.app.trial.Chat;
import tools.jackson.databind.JsonNode;

/** Somebody whose client is their platform's own JSON. */
abstract class WireChat implements Chat {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Signal signal;

    WireChat(Signal signal) {
        this.signal = signal;
    }

    /** What can be filled in and pressed now, the latest of several last. */
    abstract List<JsonNode> screens();

    /** The messages of the conversation that is open. */
    abstract List<JsonNode> messages();

    /** The buttons of a screen or message, each with its words. */
    abstract Stream<Button> buttons(JsonNode within);

    /** The input of a screen that has this label. */
    abstract Optional<JsonNode> field(JsonNode screen, String label);

    /** Fills in an input. */
    abstract void fill(JsonNode field, String answer);

    /** Something to press. */
    record Button(String words, Runnable press) {}

    @Override
    public Chat sees(String text) {
        require("see '" + text + "'", () -> screens().stream().anyMatch(screen -> says(screen, text)));
        return this;
    }

    @Override
    public Chat reads(String text) {
        require("read '" + text + "'", () -> message(text).isPresent());
        return this;
    }

    @Override
    public boolean soonReads(String text) {
        return signal.comesTrue(SOON, () -> message(text).isPresent());
    }

    @Override
    public Chat answers(String label, String answer) {
        require("find '" + label + "'", () -> found(label).isPresent());
        fill(found(label).orElseThrow(), answer);
        return this;
    }

    @Override
    public Chat presses(String words) {
        require("find button '" + words + "'", () -> button(screens(), words).isPresent());
        button(screens(), words).orElseThrow().press().run();
        return this;
    }

    @Override
    public Chat pressesIn(String message, String words) {
        reads(message);
        button(List.of(message(message).orElseThrow()), words)
                .orElseThrow(() -> new AssertionError("Expected button '%s' in '%s'".formatted(words, message)))
                .press()
                .run();
        return this;
    }

    /** What each message says. */
    List<String> texts() {
        return messages().stream().map(WireChat::text).toList();
    }

    private Optional<JsonNode> message(String text) {
        return messages().stream().filter(message -> says(message, text)).reduce((one, later) -> later);
    }

    private Optional<JsonNode> found(String label) {
        return screens().stream()
                .flatMap(screen -> field(screen, label).stream())
                .reduce((one, later) -> later);
    }

    private Optional<Button> button(List<JsonNode> within, String words) {
        return within.stream()
                .flatMap(this::buttons)
                .filter(button -> button.words().startsWith(words))
                .reduce((one, later) -> later);
    }

    private void require(String what, BooleanSupplier condition) {
        if (!signal.comesTrue(PATIENCE, condition)) {
            throw new AssertionError("Could not %s; there was:%n%s%nand:%n%s"
                    .formatted(what, screens().stream().map(WireChat::text).toList(), texts()));
        }
    }

    private static boolean says(JsonNode node, String text) {
        return text(node).contains(text);
    }

    /** All words of a view or card, as they read. */
    private static String text(JsonNode node) {
        return String.join("", words(node));
    }

    private static List<String> words(JsonNode node) {
        List<String> words = new ArrayList<>();
        node.forEach(child -> {
            if (child.isContainer()) {
                words.addAll(words(child));
            }
        });
        for (String key : List.of("text", "title", "label")) {
            if (node.path(key).isString()) {
                words.add(0, node.path(key).stringValue());
            }
        }
        if (!node.path("type").asString("").matches("text|TextRun|plain_text|mrkdwn")) {
            words.add("\n");
        }
        return words;
    }

    /** The node itself and all below it that have this type; not what is there for clients that do not know it. */
    static Stream<JsonNode> all(JsonNode node, String type) {
        Stream<JsonNode> children = node.isObject()
                ? node.propertyStream()
                        .filter(property -> !property.getKey().equals("fallback"))
                        .map(Map.Entry::getValue)
                : node.valueStream();
        Stream<JsonNode> below = children.flatMap(child -> all(child, type));
        return node.path("type").asString("").equals(type) ? Stream.concat(Stream.of(node), below) : below;
    }
}
