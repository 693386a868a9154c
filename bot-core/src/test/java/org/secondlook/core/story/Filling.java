package org.secondlook.core.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Input;
import org.secondlook.core.message.View;

/** Fills in screen after screen: with the answers given, and where an answer is needed and none is given, with a plain one. */
final class Filling {

    private static final List<String> ON = List.of("Continue", "Carry on");

    private final Map<String, List<String>> answers = new LinkedHashMap<>();
    private final String day;

    /**
     * @param day the day that answers to dates name, such as {@code 2026-11-30}
     */
    Filling(String day) {
        this.day = day;
    }

    Filling with(String question, String... values) {
        answers.put(question, List.of(values));
        return this;
    }

    /** Goes on until a screen has a button that begins so, and presses it. */
    Story.Actor until(Story.Actor person, String button) {
        for (int screens = 0; !has(person.screen(), button); screens++) {
            if (screens > 25) {
                throw new AssertionError(
                        "Expected to come to [%s], but was at\n%s".formatted(button, PlainText.of(person.screen())));
            }
            on(person);
        }
        return person.presses(button);
    }

    /** Fills in one screen and goes on. */
    void on(Story.Actor person) {
        Action on = on(person.screen())
                .orElseThrow(() -> new AssertionError("Expected a way on from\n" + PlainText.of(person.screen())));
        person.enters(entered(person.screen()), on.label());
    }

    private Map<String, List<String>> entered(View view) {
        Map<String, List<String>> entered = new LinkedHashMap<>();
        for (Input input : view.inputs()) {
            if (answers.containsKey(input.id())) {
                entered.put(input.id(), answers.get(input.id()));
            } else if ((input.required() || input.error().isPresent())
                    && input.values().isEmpty()) {
                entered.put(input.id(), List.of(plain(input, day)));
            }
        }
        return entered;
    }

    static String plain(Input input, String day) {
        return switch (input.kind()) {
            case CHOICE, CHOICES, SEARCH -> input.options().get(0).id();
            case DATE -> day;
            case TIME -> "10:00";
            case LINE, TEXT -> "Said in answer to " + input.id() + ".";
        };
    }

    /** The button of a screen that goes on to the next. */
    static Optional<Action> on(View view) {
        return ON.stream().flatMap(label -> button(view, label).stream()).findFirst();
    }

    private static boolean has(View view, String label) {
        return button(view, label).isPresent();
    }

    private static Optional<Action> button(View view, String label) {
        return view.allActions()
                .filter(action -> action.label().startsWith(label))
                .findFirst();
    }
}
