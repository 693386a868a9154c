package org.secondlook.core.casework;

import java.util.Optional;

/** Takes back what a turn sent, while nobody else knows of it. */
public record UndoSending(TurnId sending) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Held> held = unfolding.theCase().held(sending);
        boolean inTime = held.filter(h -> unfolding.now().isBefore(h.until())).isPresent();
        boolean own = unfolding.history().events().stream()
                .filter(e -> e.stamp().turn().equals(sending))
                .allMatch(e -> e.stamp().by().equals(unfolding.setting().actor()));
        boolean newest = unfolding.history().events().stream()
                .filter(e -> !(e.event() instanceof CaseEvent.Delivered))
                .reduce((a, b) -> b)
                .filter(last -> last.stamp().turn().equals(sending))
                .isPresent();
        if (!inTime || !own || !newest) {
            return Optional.of(new Refusal.Gone());
        }
        unfolding.happens(new CaseEvent.Undone(sending));
        return Optional.empty();
    }
}
