package org.secondlook.playground.slack.blockkit;

import static org.secondlook.playground.shape.Rule.bool;
import static org.secondlook.playground.shape.Rule.list;
import static org.secondlook.playground.shape.Rule.oneOf;
import static org.secondlook.playground.shape.Rule.string;

import java.util.Map;
import org.secondlook.playground.shape.Rule;
import org.secondlook.playground.shape.Shape;

/** Rules for the parts that blocks and elements share: texts, options, confirm dialogs. */
final class Composition {

    private Composition() {}

    static Rule plainText(int max) {
        return Rule.byType(Map.of("plain_text", plainTextShape(max)));
    }

    static Rule text(int max) {
        return Rule.byType(Map.of("plain_text", plainTextShape(max), "mrkdwn", mrkdwnShape(max)));
    }

    static Rule option() {
        return option(plainText(75));
    }

    /** Options of radio buttons and checkboxes may be mrkdwn. */
    static Rule choiceOption() {
        return option(text(75));
    }

    static Rule overflowOption() {
        return option(plainText(75)).optional("url", string(1, 3000));
    }

    static Rule optionGroup() {
        return Shape.object().required("label", plainText(75)).required("options", list(1, 100, option()));
    }

    static Rule confirm() {
        return Shape.object()
                .required("title", plainText(100))
                .required("text", text(300))
                .required("confirm", plainText(30))
                .required("deny", plainText(30))
                .optional("style", oneOf("primary", "danger"));
    }

    private static Shape option(Rule text) {
        return Shape.object()
                .required("text", text)
                .required("value", string(1, 150))
                .optional("description", text);
    }

    private static Shape plainTextShape(int max) {
        return Shape.typed().required("text", string(1, max)).optional("emoji", bool());
    }

    private static Shape mrkdwnShape(int max) {
        return Shape.typed().required("text", string(1, max)).optional("verbatim", bool());
    }
}
