package org.secondlook.core.conversation;

import java.util.List;
import java.util.stream.Stream;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.Obligation;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.DutyId;
import org.secondlook.core.protocol.Side;

/** What a procedure wants done before an act: some of it must be, of some it is asked why it was not. */
final class Missing {

    private Missing() {}

    /**
     * What should be done before an obligation of a task, and is still owed: the bot asks why, and goes on. A side is
     * asked of its own; the partnership of everybody's.
     */
    static List<Obligation> expected(Case theCase, Conversation conversation, Scene scene) {
        return conversation.task().obligation().flatMap(theCase::open).stream()
                .flatMap(act -> open(theCase, act, expects(act, scene))
                        .filter(owed -> act.side() == Side.OWN || owed.side() == act.side()))
                .toList();
    }

    private static List<DutyId> expects(Obligation act, Scene scene) {
        return scene.protocol().duty(act.stage(), act.duty()).map(Duty::expects).orElse(List.of());
    }

    /** What must be done before an obligation can be discharged, and is still owed by more than another's word. */
    static List<Obligation> needed(Case theCase, Obligation act, Scene scene) {
        return open(theCase, act, act.needs())
                .filter(owed -> !waitsForTheirWord(theCase, owed, scene))
                .toList();
    }

    /** Whether a talk is recorded, and counts when the other person says that it took place (D-12). */
    static boolean waitsForTheirWord(Case theCase, Obligation talk, Scene scene) {
        boolean needsIt = scene.protocol()
                .duty(talk.stage(), talk.duty())
                .flatMap(Duty::agreedBy)
                .isPresent();
        return needsIt
                && theCase.open().stream()
                        .anyMatch(asked ->
                                asked.asksWhetherItTookPlace() && asked.stage().equals(talk.stage()));
    }

    private static Stream<Obligation> open(Case theCase, Obligation act, List<DutyId> duties) {
        return theCase.open().stream().filter(owed -> owed.stage().equals(act.stage()) && duties.contains(owed.duty()));
    }
}
