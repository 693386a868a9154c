package org.secondlook.core.message;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to show a person, free of platform. Each adapter renders all of it in its own idiom, or fails at start.
 *
 * @param id the message of the dialogue that it shows, such as {@code P-5}
 * @param title at most 24 characters (Slack)
 * @param notice what may stand on a lock screen; one of a fixed set (design.md decision 26)
 */
public record View(
        String id, String title, String notice, List<Section> sections, List<Input> inputs, List<Action> actions) {

    public View {
        sections = List.copyOf(sections);
        inputs = List.copyOf(inputs);
        actions = List.copyOf(actions);
    }

    /** The button that takes what was entered. */
    public Optional<Action> submit() {
        return actions.stream()
                .filter(action -> action.style() == Action.Style.SUBMIT)
                .findFirst();
    }

    /** Every button of the view, wherever it stands. */
    public Stream<Action> allActions() {
        return Stream.concat(
                sections.stream().flatMap(section -> section.accept(new ButtonsOf()).stream()), actions.stream());
    }

    /** Whether something entered must be put right. */
    public boolean hasErrors() {
        return inputs.stream().anyMatch(input -> input.error().isPresent());
    }

    private static final class ButtonsOf implements Section.Visitor<List<Action>> {

        @Override
        public List<Action> text(Words words) {
            return List.of();
        }

        @Override
        public List<Action> heading(String words) {
            return List.of();
        }

        @Override
        public List<Action> quote(String speaker, String words) {
            return List.of();
        }

        @Override
        public List<Action> note(String label, String words) {
            return List.of();
        }

        @Override
        public List<Action> facts(List<Section.Fact> facts) {
            return List.of();
        }

        @Override
        public List<Action> items(List<Words> items) {
            return List.of();
        }

        @Override
        public List<Action> callout(Section.Tone tone, Words words) {
            return List.of();
        }

        @Override
        public List<Action> row(String label, String value, Action action) {
            return List.of(action);
        }

        @Override
        public List<Action> buttons(List<Action> actions) {
            return actions;
        }
    }
}
