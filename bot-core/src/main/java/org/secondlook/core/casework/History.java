package org.secondlook.core.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that happened in a case, in order. Its length is the version of the case. */
public record History(CaseId id, List<Recorded> events) {

    public History {
        events = List.copyOf(events);
    }

    /** The history of a case that does not exist yet. */
    public static History none(CaseId id) {
        return new History(id, List.of());
    }

    public int version() {
        return events.size();
    }

    /** The case after all of it. */
    public Case replay() {
        Set<TurnId> undone = events.stream()
                .map(Recorded::event)
                .filter(CaseEvent.Undone.class::isInstance)
                .map(event -> ((CaseEvent.Undone) event).undone())
                .collect(Collectors.toSet());
        Case theCase = new Case(id);
        for (Recorded recorded : events) {
            if (!undone.contains(recorded.stamp().turn())) {
                recorded.event().applyTo(theCase, recorded.stamp());
            }
        }
        return theCase;
    }

    /** The event of that number. */
    public CaseEvent event(int number) {
        return events.get(number - 1).event();
    }

    /** The latest event of a kind, if there is one. */
    public <E extends CaseEvent> Optional<E> latest(Class<E> kind) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (kind.isInstance(events.get(i).event())) {
                return Optional.of(kind.cast(events.get(i).event()));
            }
        }
        return Optional.empty();
    }

    History plus(List<Recorded> more) {
        List<Recorded> all = new ArrayList<>(events);
        all.addAll(more);
        return new History(id, all);
    }
}
