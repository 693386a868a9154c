package org.secondlook.core.turn;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.secondlook.core.casework.Actor;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.CaseCommand;
import org.secondlook.core.casework.Deliveries.Delay;
import org.secondlook.core.casework.GiveUpDelivery;
import org.secondlook.core.casework.History;
import org.secondlook.core.casework.MarkDelayed;
import org.secondlook.core.casework.MarkDelivered;
import org.secondlook.core.casework.Outcome;
import org.secondlook.core.casework.Setting;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Plan;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.turn.CaseStore.Committed;

/** Records in a case what became of a message, in one step with the end of the message. */
final class DeliveryBook {

    private static final int ATTEMPTS = 8;

    private final Scenes scenes;
    private final CaseStore store;
    private final Clock clock;

    DeliveryBook(Scenes scenes, CaseStore store, Clock clock) {
        this.scenes = scenes;
        this.store = store;
        this.clock = clock;
    }

    /** The platform has it. What asks for nothing leaves no trace in the case. */
    void delivered(Partnership partnership, Lease lease, OutboxMessage message) {
        message.about()
                .ifPresentOrElse(
                        about -> record(
                                partnership,
                                Optional.of(lease),
                                message,
                                "delivered",
                                new MarkDelivered(message.to(), about, message.sender())),
                        () -> store.complete(partnership.id(), lease));
    }

    /** It waits longer than people expect; it goes on waiting. */
    void delayed(Partnership partnership, OutboxMessage message, Delay delay) {
        message.about()
                .ifPresent(about -> record(
                        partnership,
                        Optional.empty(),
                        message,
                        "delayed-" + delay.name(),
                        new MarkDelayed(message.to(), about, message.sender(), delay)));
    }

    /** It will never be delivered. */
    void givenUp(Partnership partnership, Lease lease, OutboxMessage message) {
        if (message.gap().isPresent()) {
            store.complete(partnership.id(), lease);
            return;
        }
        if (message.theCase().isEmpty()) {
            passAlertOn(partnership, lease, message);
            return;
        }
        record(
                partnership,
                Optional.of(lease),
                message,
                "given-up",
                new GiveUpDelivery(message.to(), message.message(), message.about(), message.sender()));
    }

    /**
     * An alert before there is a case goes on to the deputy, whose own deputy is never in a circle, and whoever needs
     * somebody is told to go on ringing. That they cannot be told is told to nobody else.
     */
    private void passAlertOn(Partnership partnership, Lease lease, OutboxMessage message) {
        Protocol protocol = partnership.protocol(partnership.current());
        Setting setting = setting(partnership, protocol, new TurnId("given-up." + message.id()));
        PersonId inNeed = message.aboutPerson().orElseThrow();
        Telling.To raiser = new Telling.To.ThePerson(inNeed);
        List<Plan.Alert> alerts = new ArrayList<>();
        message.to()
                .asPost()
                .ifPresent(post -> setting.router()
                        .actingFor(post)
                        .ifPresentOrElse(
                                silent -> {
                                    alerts.add(new Plan.Alert(
                                            raiser, "I-1x", silent.person().id()));
                                    deputy(partnership, post)
                                            .ifPresent(to -> alerts.add(new Plan.Alert(to, message.message(), inNeed)));
                                },
                                () -> alerts.add(new Plan.Alert(raiser, "I-1v", inNeed))));
        store.commit(partnership.id(), new Committing(setting, message.id().value()).ofAlerts(alerts, lease));
    }

    private static Optional<Telling.To> deputy(Partnership partnership, PostId post) {
        return partnership.directory().post(post).deputy().map(Telling.To.ThePost::new);
    }

    private Setting setting(Partnership partnership, Protocol protocol, TurnId turn) {
        return new Setting(
                protocol, partnership.directory(), scenes.deadlines(protocol), clock.instant(), Actor.CLOCK, turn);
    }

    private void record(
            Partnership partnership, Optional<Lease> lease, OutboxMessage message, String what, CaseCommand command) {
        TurnId turn = new TurnId(what + "." + message.id());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            History history = store.history(partnership.id(), message.theCase().orElseThrow());
            Case theCase = history.replay();
            Protocol protocol = partnership.protocol(theCase.protocol());
            Setting setting = setting(partnership, protocol, turn);
            Outcome.Accepted accepted = (Outcome.Accepted) CaseCommand.decide(history, command, setting);
            if (accepted.events().isEmpty()) {
                lease.ifPresent(claimed -> store.complete(partnership.id(), claimed));
                return;
            }
            Commit commit = new Committing(setting, turn.value()).ofDelivery(accepted, lease);
            Committed committed = store.commit(partnership.id(), commit);
            if (committed == Committed.REPEATED) {
                lease.ifPresent(claimed -> store.complete(partnership.id(), claimed));
            }
            if (committed != Committed.CONFLICT) {
                return;
            }
        }
        throw new IllegalStateException("Expected %s to be stored within %d attempts".formatted(turn, ATTEMPTS));
    }
}
