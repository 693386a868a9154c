package org.secondlook.teams.card;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.secondlook.core.message.Words;

/**
 * The elements of a card, as JSON. All that is read stands in text runs, which take no Markdown; only headings must be
 * text blocks.
 */
final class Elements {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Elements() {}

    static ObjectNode object(String type) {
        return JSON.objectNode().put("type", type);
    }

    static ArrayNode array(Collection<ObjectNode> elements) {
        return JSON.arrayNode(elements.size()).addAll(elements);
    }

    static ObjectNode heading(String words) {
        return textBlock(words).put("style", "heading").put("weight", "bolder").put("size", "medium");
    }

    static ObjectNode textBlock(String words) {
        return object("TextBlock").put("text", Literal.markdown(words)).put("wrap", true);
    }

    /** A run must not be empty. */
    static ObjectNode run(String text) {
        return object("TextRun").put("text", text.isEmpty() ? " " : Literal.plain(text));
    }

    static ObjectNode bold(String text) {
        return run(text).put("weight", "bolder");
    }

    static List<ObjectNode> runs(Words words) {
        return words.spans().stream()
                .map(span -> span.bold() ? bold(span.text()) : run(span.text()))
                .toList();
    }

    static ObjectNode line(ObjectNode... runs) {
        return line(List.of(runs));
    }

    static ObjectNode line(List<ObjectNode> runs) {
        ObjectNode line = object("RichTextBlock");
        line.set("inlines", array(runs.isEmpty() ? List.of(run("")) : runs));
        return line;
    }

    static ObjectNode container(String style, List<ObjectNode> items) {
        ObjectNode container = object("Container").put("style", style);
        container.set("items", array(items));
        return container;
    }

    static ObjectNode column(String width, List<ObjectNode> items) {
        ObjectNode column = object("Column").put("width", width);
        column.set("items", array(items));
        return column;
    }

    static ObjectNode columns(ObjectNode... columns) {
        ObjectNode set = object("ColumnSet");
        set.set("columns", array(List.of(columns)));
        return set;
    }

    static ObjectNode actions(List<ObjectNode> actions) {
        ObjectNode set = object("ActionSet");
        set.set("actions", array(actions));
        return set;
    }
}
