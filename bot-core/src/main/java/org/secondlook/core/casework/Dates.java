package org.secondlook.core.casework;

import java.time.Instant;
import java.util.Optional;
import org.secondlook.core.calendar.Deadline;
import org.secondlook.core.calendar.Deadlines;
import org.secondlook.core.calendar.Working.Bound;
import org.secondlook.core.protocol.Anchor;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.protocol.TrackId;

/** Works out the dates of stages and obligations, and sets them anew when what they count from becomes known. */
final class Dates {

    private final Unfolding unfolding;
    private final Deadlines deadlines;

    Dates(Unfolding unfolding) {
        this.unfolding = unfolding;
        this.deadlines = unfolding.setting().deadlines();
    }

    /** The latest a stage may take that was reached at that moment. */
    Deadline cap(TrackId track, Stage stage, Instant reached) {
        ClockRule clock = stage.limit()
                .map(unfolding.setting().protocol()::clock)
                .orElseThrow(() -> new IllegalStateException(
                        "Expected stage %s to have a limit, but it has none".formatted(stage.id())));
        Optional<Instant> from =
                moment(clock.anchor(), Optional.of(stage.id()), Optional.of(reached), Optional.of(reached));
        return from.map(f -> underTheWhole(track, orChildsDate(clock, deadlines.count(clock, f), reached)))
                .orElseGet(() -> deadlines.notYetKnown(clock));
    }

    /** The date of an obligation as things stand. */
    Deadline of(Obligation obligation) {
        Optional<StageVisit> visit = obligation.stage().flatMap(this::visit);
        if (obligation.clock().isEmpty()) {
            return visit.orElseThrow(() -> new IllegalStateException(
                            "Expected obligation %s to belong to a stage, but it does not".formatted(obligation.id())))
                    .limit();
        }
        ClockRule clock = obligation.clock().get();
        Optional<Instant> from =
                moment(clock.anchor(), obligation.stage(), visit.map(StageVisit::reached), obligation.since());
        if (from.isEmpty()) {
            return deadlines.notYetKnown(clock);
        }
        Deadline date = orChildsDate(clock, deadlines.count(clock, from.get()), from.get());
        boolean capped = visit.filter(v -> v.isOpen() && !v.limitPassed()).isPresent() && !obligation.outlives();
        return capped ? date.notAfter(visit.orElseThrow().limit(), Bound.STAGE) : date;
    }

    /** Sets every date anew that has changed. */
    void refresh() {
        for (StageVisit visit : unfolding.theCase().visits()) {
            if (visit.isOpen()) {
                refresh(visit);
            }
        }
        for (Obligation obligation : unfolding.theCase().open()) {
            Deadline date = of(obligation);
            if (!date.equals(obligation.deadline())) {
                unfolding.happens(new CaseEvent.ObligationDated(obligation.id(), date, obligation.since()));
            }
        }
    }

    private void refresh(StageVisit visit) {
        Stage stage = unfolding.setting().protocol().stage(visit.stage());
        Deadline cap = cap(visit.track(), stage, visit.reached());
        Bound bound = visit.limit().working().bound();
        boolean chosen = bound == Bound.AGREED || bound == Bound.NEEDED;
        Deadline limit = chosen ? visit.limit().notAfter(cap, Bound.STAGE) : cap;
        if (!cap.equals(visit.cap()) || !limit.equals(visit.limit())) {
            unfolding.happens(new CaseEvent.StageDated(visit.stage(), cap, limit));
        }
    }

    private Deadline orChildsDate(ClockRule clock, Deadline deadline, Instant from) {
        Optional<Instant> childsDate = unfolding.theCase().concern().childsDate();
        return clock.orChildsDate() && childsDate.isPresent()
                ? deadlines.bringForward(deadline, childsDate.get(), Bound.CHILDS_DATE, from)
                : deadline;
    }

    private Deadline underTheWhole(TrackId track, Deadline deadline) {
        Optional<ClockRule> whole = unfolding
                .setting()
                .protocol()
                .track(track)
                .whole()
                .map(unfolding.setting().protocol()::clock);
        if (whole.isEmpty()) {
            return deadline;
        }
        Optional<Instant> from = moment(whole.get().anchor(), Optional.empty(), Optional.empty(), Optional.empty());
        return from.map(f -> deadline.notAfter(deadlines.count(whole.get(), f), Bound.WHOLE))
                .orElse(deadline);
    }

    private Optional<Instant> moment(
            Anchor anchor, Optional<StageId> stage, Optional<Instant> reached, Optional<Instant> told) {
        Case theCase = unfolding.theCase();
        return switch (anchor.kind()) {
            case RAISED -> theCase.firstRaised();
            case ALERTED -> theCase.told(theCase.concern().raising());
            case REACHED -> reached;
            case TOLD, ASKED -> told;
            case RISK -> theCase.flag(org.secondlook.core.protocol.Flag.RISK_NOW);
            case CONFERENCE, LEFT -> Optional.empty();
            case DONE ->
                theCase.done().stream()
                        .filter(d -> !d.superseded()
                                && d.obligation().stage().equals(stage)
                                && anchor.duty()
                                        .filter(d.obligation().duty()::equals)
                                        .isPresent())
                        .map(d -> d.stamp().at())
                        .findFirst();
        };
    }

    private Optional<StageVisit> visit(StageId stage) {
        return unfolding.theCase().visits().stream()
                .filter(v -> v.stage().equals(stage))
                .reduce((a, b) -> b);
    }
}
