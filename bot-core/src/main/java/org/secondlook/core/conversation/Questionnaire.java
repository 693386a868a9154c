package org.secondlook.core.conversation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The questions of one task, in order.
 *
 * @param check the screen on which everything is read once more before it is sent; without one the last screen sends
 */
public record Questionnaire(String id, List<Screen> screens, Optional<String> check) {

    public Questionnaire {
        screens = List.copyOf(screens);
    }

    public Screen screen(String screen) {
        for (Screen one : screens) {
            if (one.id().equals(screen)) {
                return one;
            }
        }
        throw new IllegalArgumentException(
                "Expected questionnaire %s to have screen %s, but it has none".formatted(id, screen));
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
        return check.filter(screen::equals).isPresent() || screens.stream().anyMatch(s -> s.id().equals(screen));
    }

    /** Every question, in order. */
    public Stream<Question> questions() {
        return screens.stream().flatMap(screen -> screen.asks().stream());
    }
}
