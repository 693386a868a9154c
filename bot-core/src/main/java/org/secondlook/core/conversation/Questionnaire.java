package org.secondlook.core.conversation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The questions of one task, in order.
 *
 * @param check the screen on which everything is read once more before it is sent; without one the last screen sends
 * @param asides the screens that may come up at any of them
 */
public record Questionnaire(String id, List<Screen> screens, Optional<String> check, List<Screen> asides) {

    public Questionnaire {
        screens = List.copyOf(screens);
        asides = List.copyOf(asides);
    }

    Questionnaire asking(List<Screen> others) {
        return new Questionnaire(id, others, check, asides);
    }

    Questionnaire with(List<Screen> others) {
        return new Questionnaire(id, screens, check, others);
    }

    public Screen screen(String screen) {
        return all().filter(one -> one.id().equals(screen))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected questionnaire %s to have screen %s, but it has none".formatted(id, screen)));
    }

    /** A question, if it is asked here. */
    Optional<Question> question(String question) {
        for (Screen screen : screens) {
            for (Question asked : screen.asks()) {
                if (asked.id().equals(question)) {
                    return Optional.of(asked);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether somebody can stand at a screen: one that asks or stops, or the check. */
    boolean has(String screen) {
        return check.filter(screen::equals).isPresent() || all().anyMatch(s -> s.id().equals(screen));
    }

    private Stream<Screen> all() {
        return Stream.concat(screens.stream(), asides.stream());
    }

    /** Every question, in order. */
    public Stream<Question> questions() {
        return screens.stream().flatMap(screen -> screen.asks().stream());
    }
}
