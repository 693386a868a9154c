package org.secondlook.core.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.reminder.Nudge;
import org.secondlook.core.reminder.NudgePlan;

/** When the clock has something to do in a case: all of it follows from the open obligations and the stage's limit. */
public final class Timetable {

    /** What is first asked of somebody by a message that they are to open. */
    private static final Set<Does> OPENED = Set.of(Does.REVIEW, Does.RESPOND, Does.DECIDE, Does.CHECK);

    /** A working day, in hours of work. */
    private static final int A_WORKING_DAY = 8;

    /** How long somebody has to open what is needed the same day. */
    private static final Duration WITHIN_THE_DAY = Duration.ofHours(2);

    private final Case theCase;
    private final WorkingCalendar calendar;
    private final NudgePlan plan;

    public Timetable(Case theCase, WorkingCalendar calendar) {
        this.theCase = theCase;
        this.calendar = calendar;
        this.plan = new NudgePlan(calendar);
    }

    /** A nudge of an obligation. */
    record Due(Obligation obligation, Nudge nudge) {}

    /** The next moment at which time alone changes something; none once nothing is owed. */
    public Optional<Instant> next() {
        Stream<Instant> limits = limitsAhead().flatMap(v -> v.limit().acceptUntil().stream());
        Stream<Instant> dates = datesAhead().flatMap(o -> o.deadline().acceptUntil().stream());
        Stream<Instant> nudges = nudgesAhead().map(due -> due.nudge().at());
        Stream<Instant> openings = theCase.open().stream().flatMap(o -> openingCheck(o).stream());
        Stream<Instant> cover = theCase.plannedCover().stream().flatMap(plan -> coverDue(plan).stream());
        return Stream.of(limits, dates, nudges, openings, cover).flatMap(s -> s).min(Comparator.naturalOrder());
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

    /** What somebody should have opened by then. */
    List<Obligation> openingsToCheck(Instant now) {
        return theCase.open().stream()
                .filter(o -> openingCheck(o).filter(at -> !at.isAfter(now)).isPresent())
                .toList();
    }

    /** A working day after it was asked, or two hours where the day is all there is; not once its date has passed. */
    private Optional<Instant> openingCheck(Obligation obligation) {
        if (!OPENED.contains(obligation.does())
                || theCase.isWaiting(obligation)
                || theCase.isOpeningChecked(obligation.id())) {
            return Optional.empty();
        }
        Instant asked = theCase.actionableSince(obligation);
        LocalDate day = WorkingCalendar.dayOf(asked);
        boolean today = theCase.concern().risk().isToday()
                || obligation
                        .deadline()
                        .remindBy()
                        .filter(due -> !WorkingCalendar.dayOf(due).isAfter(day))
                        .isPresent();
        Instant at = today ? asked.plus(WITHIN_THE_DAY) : calendar.plusWorkingHours(asked, A_WORKING_DAY);
        return obligation.deadline().acceptUntil().filter(at::isBefore).map(until -> at);
    }

    /** The leave that begins, ends or waits for a yes no longer. */
    List<PlannedCover> coverToSettle(Instant now) {
        return theCase.plannedCover().stream()
                .filter(plan -> coverDue(plan).filter(at -> !at.isAfter(now)).isPresent())
                .toList();
    }

    /**
     * A yes is waited for a working day, and not beyond the beginning, though two hours in any case; agreed cover begins
     * with what is owed then.
     */
    private Optional<Instant> coverDue(PlannedCover plan) {
        if (!plan.agreed()) {
            Instant asked = theCase.coverPlannedAt(plan.away());
            Instant soonest = Stream.of(plan.begins(), asked.plus(WITHIN_THE_DAY))
                    .max(Instant::compareTo)
                    .orElseThrow();
            return Stream.of(calendar.plusWorkingHours(asked, A_WORKING_DAY), soonest)
                    .min(Instant::compareTo);
        }
        boolean owes = theCase.open().stream().anyMatch(o -> o.holder().equals(plan.away()) && !o.isPersonal());
        return Optional.of(owes ? plan.begins() : plan.ends(calendar));
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
