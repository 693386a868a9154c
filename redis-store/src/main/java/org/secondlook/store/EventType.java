package org.secondlook.store;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.secondlook.core.casework.CaseEvent;

/**
 * The name and version under which events of a class are stored. A name never changes, whatever becomes of the class; a
 * version grows when what is stored under it does.
 */
record EventType(String name, int version, Class<? extends CaseEvent> type) {

    private static final List<EventType> ALL = List.of(
            first("case-raised", CaseEvent.CaseRaised.class),
            first("stage-passed", CaseEvent.StagePassed.class),
            first("stage-entered", CaseEvent.StageEntered.class),
            first("stage-dated", CaseEvent.StageDated.class),
            first("calendar-changed", CaseEvent.CalendarChanged.class),
            first("limit-passed", CaseEvent.LimitPassed.class),
            first("stage-left", CaseEvent.StageLeft.class),
            first("obligation-opened", CaseEvent.ObligationOpened.class),
            first("obligation-dated", CaseEvent.ObligationDated.class),
            first("holder-changed", CaseEvent.HolderChanged.class),
            first("discharged", CaseEvent.Discharged.class),
            first("went-late", CaseEvent.WentLate.class),
            first("nudged", CaseEvent.Nudged.class),
            first("snoozed", CaseEvent.Snoozed.class),
            first("flag-raised", CaseEvent.FlagRaised.class),
            first("conflict-declared", CaseEvent.ConflictDeclared.class),
            first("risk-said", CaseEvent.RiskSaid.class),
            first("seen", CaseEvent.Seen.class),
            first("asked-whether-urgent", CaseEvent.AskedWhetherUrgent.class),
            first("opening-checked", CaseEvent.OpeningChecked.class),
            first("cover-offered", CaseEvent.CoverOffered.class),
            first("cover-declined", CaseEvent.CoverDeclined.class),
            first("cover-planned", CaseEvent.CoverPlanned.class),
            first("cover-ended", CaseEvent.CoverEnded.class),
            first("delivered", CaseEvent.Delivered.class),
            first("delivery-delayed", CaseEvent.DeliveryDelayed.class),
            first("not-delivered", CaseEvent.NotDelivered.class),
            first("taken-forward", CaseEvent.TakenForward.class),
            first("review-declined", CaseEvent.ReviewDeclined.class),
            first("agency-told", CaseEvent.AgencyTold.class),
            first("conference-held", CaseEvent.ConferenceHeld.class),
            first("meeting-asked", CaseEvent.MeetingAsked.class),
            first("question-asked", CaseEvent.QuestionAsked.class),
            first("question-passed-on", CaseEvent.QuestionPassedOn.class),
            first("question-answered", CaseEvent.QuestionAnswered.class),
            first("agreement-given", CaseEvent.AgreementGiven.class),
            first("marked", CaseEvent.Marked.class),
            first("date-suggested", CaseEvent.DateSuggested.class),
            first("date-set", CaseEvent.DateSet.class),
            first("responded", CaseEvent.Responded.class),
            first("performed", CaseEvent.Performed.class),
            first("decided", CaseEvent.Decided.class),
            first("resolution-proposed", CaseEvent.ResolutionProposed.class),
            first("resolution-confirmed", CaseEvent.ResolutionConfirmed.class),
            first("resolution-refused", CaseEvent.ResolutionRefused.class),
            first("closing-begun", CaseEvent.ClosingBegun.class),
            first("moved-up", CaseEvent.MovedUp.class),
            first("closing-answered", CaseEvent.ClosingAnswered.class),
            first("withdrawn", CaseEvent.Withdrawn.class),
            first("resolved", CaseEvent.Resolved.class),
            first("closed", CaseEvent.Closed.class),
            first("sending-held", CaseEvent.SendingHeld.class),
            first("undone", CaseEvent.Undone.class));

    private static final Map<String, EventType> BY_NAME = by(EventType::name);
    private static final Map<Class<?>, EventType> BY_CLASS = by(EventType::type);

    static {
        List<Class<?>> unnamed = Arrays.stream(CaseEvent.class.getPermittedSubclasses())
                .filter(type -> !BY_CLASS.containsKey(type))
                .toList();
        if (!unnamed.isEmpty()) {
            throw new IllegalStateException(
                    "Expected every event to have a name to be stored under, but not " + unnamed);
        }
    }

    private static EventType first(String name, Class<? extends CaseEvent> type) {
        return new EventType(name, 1, type);
    }

    private static <K> Map<K, EventType> by(Function<EventType, K> key) {
        return ALL.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    static EventType of(CaseEvent event) {
        return Objects.requireNonNull(BY_CLASS.get(event.getClass()));
    }

    /** The type of that name in that version; nothing if this release does not know it. */
    static Optional<EventType> find(String name, int version) {
        return Optional.ofNullable(BY_NAME.get(name)).filter(type -> type.version() == version);
    }
}
