package org.secondlook.core.story;

import java.util.List;
import java.util.stream.Collectors;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Input;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.View;
import org.secondlook.core.message.Words;

/** A view as plain text that a person can read and approve. */
final class PlainText implements Section.Visitor<String> {

    static String of(View view) {
        StringBuilder text = new StringBuilder();
        line(text, "[%s] %s".formatted(view.id(), view.title()));
        for (Section section : view.sections()) {
            line(text, section.accept(new PlainText()));
        }
        for (Input input : view.inputs()) {
            line(text, input(input));
        }
        String buttons = view.actions().stream().map(PlainText::button).collect(Collectors.joining(" "));
        if (!buttons.isEmpty()) {
            line(text, buttons);
        }
        return text.toString();
    }

    private static String input(Input input) {
        StringBuilder text = new StringBuilder("? " + input.label());
        if (!input.hint().isEmpty()) {
            text.append("\n  ").append(input.hint());
        }
        input.error().ifPresent(error -> text.append("\n  ! ").append(error));
        for (Input.Option option : input.options()) {
            String mark = input.values().contains(option.id()) ? "(x) " : "( ) ";
            text.append("\n  ").append(mark).append(option.label());
        }
        if (input.options().isEmpty()) {
            text.append("\n  > ").append(String.join(", ", input.values()));
        }
        return text.toString();
    }

    private static String button(Action action) {
        return "[" + action.label() + "]";
    }

    private static void line(StringBuilder text, String line) {
        for (String part : line.split("\n", -1)) {
            text.append("  | ").append(part.stripTrailing()).append('\n');
        }
    }

    @Override
    public String text(Words words) {
        return words.text();
    }

    @Override
    public String heading(String words) {
        return "== " + words;
    }

    @Override
    public String quote(String speaker, String words) {
        return speaker + ":\n  > " + words.replace("\n", "\n  > ");
    }

    @Override
    public String note(String label, String words) {
        return "(own agency only) " + label + ":\n  > " + words.replace("\n", "\n  > ");
    }

    @Override
    public String facts(List<Section.Fact> facts) {
        return facts.stream()
                .map(fact -> "- " + fact.label() + ": " + fact.value().replace("\n", "; "))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String items(List<Words> items) {
        return items.stream().map(item -> "- " + item.text()).collect(Collectors.joining("\n"));
    }

    @Override
    public String callout(Section.Tone tone, Words words) {
        return "*%s* %s".formatted(tone, words.text());
    }

    @Override
    public String row(String label, String value, Action action) {
        return "- %s: %s %s".formatted(label, value.replace("\n", "; "), button(action));
    }

    @Override
    public String buttons(List<Action> actions) {
        return actions.stream().map(PlainText::button).collect(Collectors.joining(" "));
    }
}
