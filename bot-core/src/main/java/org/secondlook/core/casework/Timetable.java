package org.secondlook.core.casework;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.reminder.Nudge;
import org.secondlook.core.reminder.NudgePlan;

/** When the clock has something to do in a case: all of it follows from the open obligations and the stage's limit. */
public final class Timetable {

    private final Case theCase;
    private final NudgePlan plan;

    public Timetable(Case theCase, WorkingCalendar calendar) {
        this.theCase = theCase;
        this.plan = new NudgePlan(calendar);
    }

    /** A nudge of an obligation. */
    record Due(Obligation obligation, Nudge nudge) {}

    /** The next moment at which time alone changes something; none once nothing is owed. */
    public Optional<Instant> next() {
        Stream<Instant> limits = limitsAhead().flatMap(v -> v.limit().acceptUntil().stream());
        Stream<Instant> dates = datesAhead().flatMap(o -> o.deadline().acceptUntil().stream());
        Stream<Instant> nudges = nudgesAhead().map(due -> due.nudge().at());
        return Stream.of(limits, dates, nudges).flatMap(s -> s).min(Comparator.naturalOrder());
    }

    /** The stages whose limit has passed unnoticed. */
    List<StageVisit> limitsPassed(Instant now) {
        return limitsAhead().filter(v -> v.limit().isPast(now)).toList();
    }

    /** The obligations whose date has passed unnoticed. */
    List<Obligation> datesPassed(Instant now) {
        return datesAhead().filter(o -> o.deadline().isPast(now)).toList();
    }

    /** The nudges that are due, at most one an obligation: the latest. */
    List<Due> nudgesDue(Instant now) {
        return theCase.open().stream()
                .flatMap(o -> ahead(o).filter(due -> !due.nudge().at().isAfter(now)).reduce((a, b) -> b).stream())
                .toList();
    }

    private Stream<StageVisit> limitsAhead() {
        return theCase.visits().stream().filter(v -> v.isOpen() && !v.limitPassed());
    }

    private Stream<Obligation> datesAhead() {
        return theCase.open().stream().filter(o -> !theCase.isLate(o.id()));
    }

    private Stream<Due> nudgesAhead() {
        return theCase.open().stream().flatMap(this::ahead);
    }

    private Stream<Due> ahead(Obligation obligation) {
        Optional<Instant> due = obligation.deadline().remindBy();
        if (due.isEmpty() || theCase.isWaiting(obligation) || !isNudged(obligation.does())) {
            return Stream.empty();
        }
        int behind = theCase.nudges(obligation.id());
        Stream<Nudge> planned = plan.nudges(theCase.actionableSince(obligation), due.get()).stream()
                .filter(nudge -> nudge.number() > behind)
                .filter(nudge -> obligation.does() != Does.FILE || nudge.kind() == Nudge.Kind.DUE_DAY);
        Stream<Nudge> askedFor =
                theCase
                        .snoozedUntil(obligation.id())
                        .map(until -> new Nudge(behind, Nudge.Kind.ASKED_FOR, until))
                        .stream();
        return Stream.concat(askedFor, planned).map(nudge -> new Due(obligation, nudge));
    }

    /** An unanswered date settles itself, and a talk is nudged with the settling it serves. */
    private static boolean isNudged(Does does) {
        return does != Does.AGREE_DATE && does != Does.TALK;
    }
}
