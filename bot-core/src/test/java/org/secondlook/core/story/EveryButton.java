package org.secondlook.core.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Input;
import org.secondlook.core.message.View;
import org.secondlook.core.turn.Reply;
import org.secondlook.core.turn.Turn;
import org.secondlook.core.turn.TurnEngine;

/** Tries out, on a copy of the store, that whatever a view offers can be pressed, and answered to the end. */
final class EveryButton {

    private final TurnEngine aside;
    private final PlatformIdentity identity;
    private int turns;

    EveryButton(TurnEngine aside, PlatformIdentity identity) {
        this.aside = aside;
        this.identity = identity;
    }

    /** Presses one button, and fills in the screens that follow until nothing goes on. */
    void press(Action first, View view) {
        Optional<Action> action = Optional.of(first);
        View before = view;
        for (int screens = 0; action.isPresent() && screens < 25; screens++) {
            String pressed = action.get().label();
            View at = before;
            Map<String, List<String>> entered = at.inputs().stream()
                    .collect(Collectors.toMap(
                            Input::id,
                            input -> input.values().isEmpty()
                                    ? List.of(Filling.plain(input, "2026-11-30"))
                                    : input.values()));
            try {
                before = handle(new Turn.Pressed(action.get().token(), entered));
            } catch (RuntimeException e) {
                throw new AssertionError(
                        "Expected that [%s] can be pressed on%n%s".formatted(pressed, PlainText.of(at)), e);
            }
            action = Filling.on(before);
        }
    }

    private View handle(Turn.Input input) {
        return aside.handle(new Turn(new TurnId("aside-" + ++turns), identity, input))
                .map(Reply::view)
                .orElseThrow();
    }
}
