package org.secondlook.core.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.casework.Outcome;
import org.secondlook.core.casework.Refusal;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.outbox.OutboxId;

/**
 * What a turn is to change and what the person is to see; nothing has happened yet.
 *
 * @param faults a sentence for each answer on the screen that cannot be used
 * @param refusal why the case did not change
 * @param casework what happens in a case
 * @param conversation what becomes of a conversation
 * @param alerts whom to tell before there is a case
 * @param takenBack the turn whose messages are not sent after all
 * @param calledOff messages that are not sent any more, where they still wait
 */
public record Plan(
        Shown shown,
        Map<String, String> faults,
        Optional<Refusal> refusal,
        Optional<Outcome.Accepted> casework,
        Optional<Kept> conversation,
        List<Alert> alerts,
        Optional<TurnId> takenBack,
        List<OutboxId> calledOff) {

    /** What becomes of a conversation. */
    public enum Fate {
        KEPT,
        /** Sent: gone from sight, and kept only for as long as it can be taken back. */
        SENT,
        DELETED
    }

    /** A conversation and what becomes of it. */
    public record Kept(Draft draft, Fate fate) {}

    /**
     * Somebody is told that a person needs them, outside any case.
     *
     * @param after how much later, unless it is called off by then
     */
    public record Alert(Telling.To to, String message, PersonId about, Duration after) {

        /** One that goes out at once. */
        public Alert(Telling.To to, String message, PersonId about) {
            this(to, message, about, Duration.ZERO);
        }
    }

    public Plan {
        faults = Map.copyOf(faults);
        alerts = List.copyOf(alerts);
        calledOff = List.copyOf(calledOff);
    }

    /** Whether there is anything to store. */
    public boolean changesSomething() {
        return casework.isPresent() || conversation.isPresent() || !alerts.isEmpty() || !calledOff.isEmpty();
    }

    static Plan show(Shown shown) {
        return new Plan(
                shown,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    static Plan refused(Shown shown, Refusal refusal) {
        return new Plan(
                shown,
                Map.of(),
                Optional.of(refusal),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    Plan withFaults(Map<String, String> newFaults) {
        return new Plan(shown, newFaults, refusal, casework, conversation, alerts, takenBack, calledOff);
    }

    Plan with(Outcome.Accepted accepted) {
        return new Plan(shown, faults, refusal, Optional.of(accepted), conversation, alerts, takenBack, calledOff);
    }

    Plan with(Conversation changed, int version, Fate fate) {
        return new Plan(
                shown,
                faults,
                refusal,
                casework,
                Optional.of(new Kept(new Draft(changed, version), fate)),
                alerts,
                takenBack,
                calledOff);
    }

    Plan alerting(List<Alert> whom) {
        return new Plan(shown, faults, refusal, casework, conversation, whom, takenBack, calledOff);
    }

    Plan callingOff(List<OutboxId> messages) {
        return new Plan(shown, faults, refusal, casework, conversation, alerts, takenBack, messages);
    }

    Plan takingBack(TurnId turn) {
        return new Plan(shown, faults, refusal, casework, conversation, alerts, Optional.of(turn), calledOff);
    }
}
