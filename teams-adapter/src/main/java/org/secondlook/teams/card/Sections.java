package org.secondlook.teams.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.Words;

/** Draws what is read. */
final class Sections implements Section.Visitor<List<ObjectNode>> {

    private final Buttons buttons;

    Sections(Buttons buttons) {
        this.buttons = buttons;
    }

    @Override
    public List<ObjectNode> text(Words words) {
        return List.of(Elements.line(Elements.runs(words)));
    }

    @Override
    public List<ObjectNode> heading(String words) {
        return List.of(Elements.heading(words));
    }

    @Override
    public List<ObjectNode> quote(String speaker, String words) {
        return List.of(setApart(speaker, words));
    }

    @Override
    public List<ObjectNode> note(String label, String words) {
        return List.of(setApart(label, words));
    }

    @Override
    public List<ObjectNode> facts(List<Section.Fact> facts) {
        return facts.stream()
                .map(fact -> Elements.line(Elements.bold(fact.label() + ": "), Elements.run(fact.value()))
                        .put("spacing", "small"))
                .toList();
    }

    @Override
    public List<ObjectNode> items(List<Words> items) {
        return items.stream().map(Sections::item).toList();
    }

    @Override
    public List<ObjectNode> callout(Section.Tone tone, Words words) {
        String style = switch (tone) {
            case GOOD -> "good";
            case CAREFUL -> "warning";
            case URGENT -> "attention";
        };
        return List.of(Elements.container(style, text(words)));
    }

    @Override
    public List<ObjectNode> row(String label, String value, Action action) {
        List<ObjectNode> button = buttons.draw(List.of(action));
        List<ObjectNode> row = new ArrayList<>();
        row.add(Elements.columns(
                Elements.column(
                        "stretch",
                        List.of(
                                Elements.line(Elements.bold(label)),
                                Elements.line(Elements.run(value)).put("spacing", "none"))),
                Elements.column("auto", button.subList(0, 1))));
        row.addAll(button.subList(1, button.size()));
        return row;
    }

    @Override
    public List<ObjectNode> buttons(List<Action> actions) {
        return buttons.draw(actions);
    }

    /** Somebody's words, with who wrote them or what they are above them. */
    private static ObjectNode setApart(String label, String words) {
        return Elements.container(
                "emphasis",
                List.of(
                        Elements.line(Elements.bold(label)),
                        Elements.line(Elements.run(words)).put("spacing", "small")));
    }

    private static ObjectNode item(Words words) {
        List<ObjectNode> runs = new ArrayList<>();
        runs.add(Elements.run("• "));
        runs.addAll(Elements.runs(words));
        return Elements.line(runs).put("spacing", "small");
    }
}
