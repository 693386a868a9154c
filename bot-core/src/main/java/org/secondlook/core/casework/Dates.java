package org.secondlook.core.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.secondlook.core.calendar.Deadline;
import org.secondlook.core.calendar.Deadlines;
import org.secondlook.core.calendar.Working.Bound;
import org.secondlook.core.protocol.Anchor;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.DutyId;
import org.secondlook.core.protocol.Protocol;
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
        return from.map(f -> underTheWhole(track, orChildsDate(clock, counted(track, clock, f, reached), reached)))
                .orElseGet(() -> deadlines.notYetKnown(clock));
    }

    /** An ideal that had passed when the stage was reached binds nobody any more: then the whole alone does (K24). */
    private Deadline counted(TrackId track, ClockRule clock, Instant from, Instant reached) {
        Deadline date = deadlines.count(clock, from);
        boolean over = clock.agreement() == ClockRule.Agreement.IDEALLY && date.isPast(reached);
        return over ? whole(track).orElse(date) : date;
    }

    /** Beyond which no date may be agreed: the cap, or where that is an ideal, the limit of the whole alone (K24). */
    Optional<Deadline> latest(TrackId track, Stage stage, Deadline cap) {
        boolean ideal = stage.limit()
                .map(unfolding.setting().protocol()::clock)
                .filter(clock -> clock.agreement() == ClockRule.Agreement.IDEALLY)
                .isPresent();
        return ideal ? whole(track) : Optional.of(cap);
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
            refresh(obligation);
        }
    }

    /** Sets every date anew that has changed and has not passed. */
    void refreshAhead() {
        for (StageVisit visit : unfolding.theCase().visits()) {
            if (visit.isOpen() && !visit.limitPassed()) {
                refresh(visit);
            }
        }
        for (Obligation obligation : unfolding.theCase().open()) {
            if (!unfolding.theCase().isLate(obligation.id())) {
                refresh(obligation);
            }
        }
    }

    private void refresh(StageVisit visit) {
        Stage stage = unfolding.setting().protocol().stage(visit.stage());
        Deadline cap = cap(visit.track(), stage, visit.reached());
        Bound bound = visit.limit().working().bound();
        boolean chosen = bound == Bound.AGREED || bound == Bound.NEEDED;
        boolean allowed = latest(visit.track(), stage, cap)
                .map(latest -> visit.limit().notAfter(latest, Bound.STAGE).equals(visit.limit()))
                .orElse(true);
        Deadline limit = chosen && allowed ? visit.limit() : cap;
        if (!cap.equals(visit.cap()) || !limit.equals(visit.limit())) {
            unfolding.happens(new CaseEvent.StageDated(visit.stage(), cap, limit));
        }
    }

    private void refresh(Obligation obligation) {
        Deadline date = of(obligation);
        if (!date.equals(obligation.deadline())) {
            unfolding.happens(new CaseEvent.ObligationDated(obligation.id(), date, obligation.since()));
        }
    }

    private Deadline orChildsDate(ClockRule clock, Deadline deadline, Instant from) {
        Optional<Instant> childsDate = unfolding.theCase().concern().childsDate();
        return clock.orChildsDate() && childsDate.isPresent()
                ? deadlines.bringForward(deadline, childsDate.get(), Bound.CHILDS_DATE, from)
                : deadline;
    }

    private Deadline underTheWhole(TrackId track, Deadline deadline) {
        return whole(track).map(whole -> deadline.notAfter(whole, Bound.WHOLE)).orElse(deadline);
    }

    /** When all of a track ends, once the moment is known from which that counts. */
    private Optional<Deadline> whole(TrackId track) {
        Protocol protocol = unfolding.setting().protocol();
        return protocol.track(track)
                .whole()
                .map(protocol::clock)
                .flatMap(whole -> moment(whole.anchor(), Optional.empty(), Optional.empty(), Optional.empty())
                        .map(from -> deadlines.count(whole, from)));
    }

    private Optional<Instant> moment(
            Anchor anchor, Optional<StageId> stage, Optional<Instant> reached, Optional<Instant> told) {
        Case theCase = unfolding.theCase();
        return switch (anchor.kind()) {
            case RAISED -> theCase.firstRaised();
            case ALERTED -> Optional.of(theCase.begun());
            case REACHED -> reached;
            case TOLD, ASKED -> told;
            case RISK -> theCase.flag(org.secondlook.core.protocol.Flag.RISK_NOW);
            case CONFERENCE -> theCase.conference().map(CaseEvent.ConferenceHeld::ended);
            case LEFT -> stage.flatMap(theCase::left).map(Stamp::at);
            case DONE -> done(anchor.duty().orElseThrow(), stage);
        };
    }

    /** When a duty was last discharged, of the same stage where that has one, else of whichever stage had it. */
    private Optional<Instant> done(DutyId duty, Optional<StageId> stage) {
        List<Case.Done> all = unfolding.theCase().done().stream()
                .filter(d -> !d.superseded() && d.obligation().duty().equals(duty))
                .toList();
        Optional<Case.Done> here =
                all.stream().filter(d -> d.obligation().stage().equals(stage)).reduce((a, b) -> b);
        return here.or(() -> all.stream().reduce((a, b) -> b))
                .map(d -> d.stamp().at());
    }

    private Optional<StageVisit> visit(StageId stage) {
        return unfolding.theCase().visits().stream()
                .filter(v -> v.stage().equals(stage))
                .reduce((a, b) -> b);
    }
}
