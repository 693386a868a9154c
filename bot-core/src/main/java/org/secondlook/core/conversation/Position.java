package org.secondlook.core.conversation;

import java.util.Optional;

/**
 * Where a person is in a task.
 *
 * @param question in the typed path, the question of the screen that is being asked
 * @param round which round of a repeated screen, from 1
 * @param changing whether the person came from the check screen and goes back there
 * @param misses how often in a row an answer could not be used
 */
public record Position(String screen, Optional<String> question, int round, boolean changing, int misses) {

    public static Position at(String screen) {
        return new Position(screen, Optional.empty(), 1, false, 0);
    }

    Position changingFromCheck() {
        return new Position(screen, question, round, true, 0);
    }

    Position on(String newScreen) {
        return new Position(newScreen, question, round, changing, 0);
    }

    Position asking(String newQuestion) {
        return new Position(screen, Optional.of(newQuestion), round, changing, 0);
    }

    Position inRound(int newRound) {
        return new Position(screen, Optional.empty(), newRound, changing, 0);
    }

    Position missed() {
        return new Position(screen, question, round, changing, misses + 1);
    }
}
