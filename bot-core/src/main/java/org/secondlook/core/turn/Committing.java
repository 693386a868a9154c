package org.secondlook.core.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.casework.Audience;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.Held;
import org.secondlook.core.casework.Outcome;
import org.secondlook.core.casework.Setting;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.casework.Timetable;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Plan;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.outbox.Attempt;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.turn.Commit.CaseWrite;
import org.secondlook.core.turn.Commit.ConversationWrite;

/** Makes of a decision the one atomic step that stores it: events, lists, the next due time, and messages. */
final class Committing {

    private static final Duration BETWEEN_TICKS = Duration.ofMinutes(1);

    private final Setting setting;
    private final String content;

    Committing(Setting setting, String content) {
        this.setting = setting;
        this.content = content;
    }

    /** The commit of a person's turn. */
    Commit of(Plan plan) {
        List<OutboxMessage> messages = new ArrayList<>();
        plan.casework().ifPresent(accepted -> addTellings(messages, accepted));
        addAlerts(messages, plan.alerts());
        return new Commit(
                setting.turn(),
                content,
                plan.shown().encode(),
                plan.casework().map(this::caseWrite),
                plan.conversation().map(Committing::conversationWrite),
                messages,
                withdrawn(plan),
                plan.calledOff(),
                Optional.empty(),
                Optional.empty());
    }

    /** The commit of what the clock did to a case. */
    Commit of(Outcome.Accepted accepted, Lease lease) {
        return ofNobody(accepted, notAtOnceAgain(caseWrite(accepted)), Optional.of(lease), Optional.empty());
    }

    /** The commit of what the clock did to a case that nobody claimed; whoever may have claimed it loses it. */
    Commit of(Outcome.Accepted accepted) {
        return ofNobody(accepted, caseWrite(accepted), Optional.empty(), Optional.empty());
    }

    /** The commit of what became of a message, which is done with by it if it is claimed. */
    Commit ofDelivery(Outcome.Accepted accepted, Optional<Lease> sent) {
        return ofNobody(accepted, caseWrite(accepted), Optional.empty(), sent);
    }

    /** The commit of alerts that follow from one that could not be delivered. */
    Commit ofAlerts(List<Plan.Alert> alerts, Lease sent) {
        List<OutboxMessage> messages = new ArrayList<>();
        addAlerts(messages, alerts);
        return new Commit(
                setting.turn(),
                content,
                "",
                Optional.empty(),
                Optional.empty(),
                messages,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(sent));
    }

    private void addAlerts(List<OutboxMessage> messages, List<Plan.Alert> alerts) {
        for (Plan.Alert alert : alerts) {
            Instant released = setting.now().plus(alert.after());
            messages.add(new OutboxMessage(
                    OutboxId.of(setting.turn(), messages.size()),
                    alert.to(),
                    alert.message(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(alert.about()),
                    Optional.empty(),
                    setting.actor().person(),
                    released,
                    Attempt.first(released)));
        }
    }

    private Commit ofNobody(Outcome.Accepted accepted, CaseWrite write, Optional<Lease> lease, Optional<Lease> sent) {
        List<OutboxMessage> messages = new ArrayList<>();
        addTellings(messages, accepted);
        return new Commit(
                setting.turn(),
                content,
                "",
                Optional.of(write),
                Optional.empty(),
                messages,
                List.of(),
                List.of(),
                lease,
                sent);
    }

    private void addTellings(List<OutboxMessage> messages, Outcome.Accepted accepted) {
        for (Telling telling : accepted.tellings()) {
            Instant released = setting.now().plus(telling.held() ? Setting.UNDO_WINDOW : Duration.ZERO);
            messages.add(new OutboxMessage(
                    OutboxId.of(setting.turn(), messages.size()),
                    telling.to(),
                    telling.message(),
                    Optional.of(accepted.history().id()),
                    telling.about(),
                    Optional.empty(),
                    Optional.empty(),
                    setting.actor().person(),
                    released,
                    Attempt.first(released)));
        }
    }

    CaseWrite caseWrite(Outcome.Accepted accepted) {
        Case after = accepted.theCase();
        int version = accepted.history().version() - accepted.events().size();
        Optional<Instant> due = new Timetable(after, setting.calendar()).next();
        boolean open = after.status() == Case.Status.OPEN || after.status() == Case.Status.RESOLVED;
        return new CaseWrite(
                after.id(),
                version,
                accepted.events(),
                posts(after),
                people(after),
                open ? Optional.of(after.protocol()) : Optional.empty(),
                due);
    }

    /** The clock looks again in a minute at the earliest: whatever it has just seen to, it does not spin on a case. */
    private CaseWrite notAtOnceAgain(CaseWrite write) {
        Instant soonest = setting.now().plus(BETWEEN_TICKS);
        Optional<Instant> due = write.due().map(at -> at.isAfter(soonest) ? at : soonest);
        return new CaseWrite(
                write.id(), write.version(), write.events(), write.posts(), write.people(), write.open(), due);
    }

    /**
     * The posts that find the case in their list: all that ever owed something, leads, whoever decided, and who is told
     * by now or when this turn can no longer be taken back. What each of them may see is asked again when they look.
     */
    private Set<PostId> posts(Case theCase) {
        Set<PostId> posts = new HashSet<>();
        if (theCase.status() == Case.Status.NOT_SENT) {
            return posts;
        }
        theCase.open().forEach(o -> posts.add(o.holder()));
        theCase.done().forEach(done -> posts.add(done.obligation().holder()));
        theCase.concern().decisionMaker().ifPresent(posts::add);
        for (AgencyId agency : theCase.concern().agencies()) {
            posts.add(setting.directory().agency(agency).lead());
        }
        Audience audience = new Audience(theCase, setting.afterUndoWindow());
        posts.addAll(audience.readers());
        posts.addAll(audience.informed());
        return posts;
    }

    private static Set<PersonId> people(Case theCase) {
        return theCase.status() == Case.Status.NOT_SENT
                ? Set.of()
                : Set.of(theCase.concern().raiser());
    }

    private static ConversationWrite conversationWrite(Plan.Kept kept) {
        return new ConversationWrite(kept.draft().conversation(), kept.draft().version(), kept.fate());
    }

    private static List<OutboxId> withdrawn(Plan plan) {
        if (plan.takenBack().isEmpty()) {
            return List.of();
        }
        TurnId sending = plan.takenBack().get();
        int messages = plan.casework()
                .flatMap(accepted -> accepted.heldBefore(sending))
                .map(Held::messages)
                .orElse(0);
        List<OutboxId> withdrawn = new ArrayList<>();
        for (int n = 0; n < messages; n++) {
            withdrawn.add(OutboxId.of(sending, n));
        }
        return withdrawn;
    }
}
