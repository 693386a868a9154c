package org.secondlook.core.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.DutyId;
import org.secondlook.core.routing.Acting;

/** What a turn makes of a case: the events so far, the people to tell, and the case as it stands after them. */
public final class Unfolding {

    private static final Set<Class<?>> PROGRESS = Set.of(
            CaseEvent.StageEntered.class,
            CaseEvent.LimitPassed.class,
            CaseEvent.WentLate.class,
            CaseEvent.DateSet.class,
            CaseEvent.Responded.class,
            CaseEvent.Performed.class,
            CaseEvent.Decided.class,
            CaseEvent.MeetingAsked.class,
            CaseEvent.ResolutionProposed.class,
            CaseEvent.ResolutionConfirmed.class,
            CaseEvent.ResolutionRefused.class,
            CaseEvent.Withdrawn.class,
            CaseEvent.Resolved.class);

    private final History before;
    private final Setting setting;
    private final List<Recorded> events = new ArrayList<>();
    private final List<Telling> tellings = new ArrayList<>();
    private final List<Telling> notices = new ArrayList<>();
    private Case theCase;
    private @Nullable Boolean held;

    Unfolding(History before, Setting setting) {
        this.before = before;
        this.setting = setting;
        this.theCase = before.replay();
    }

    Setting setting() {
        return setting;
    }

    Case theCase() {
        return theCase;
    }

    History history() {
        return before.plus(events);
    }

    Instant now() {
        return setting.now();
    }

    /** The number the next event will have. */
    int nextNumber() {
        return before.version() + events.size() + 1;
    }

    void happens(CaseEvent event) {
        Recorded recorded =
                new Recorded(new Stamp(nextNumber(), setting.now(), setting.actor(), setting.turn()), event);
        events.add(recorded);
        if (event instanceof CaseEvent.Undone) {
            theCase = history().replay();
        } else {
            event.applyTo(theCase, recorded.stamp());
        }
    }

    /** When others learn of this turn: after the undo window, unless the clock acts or the child needs it today. */
    Instant release() {
        return isHeld() ? setting.now().plus(Setting.UNDO_WINDOW) : setting.now();
    }

    /** Tells whoever acts for a post, after the undo window. */
    void tell(PostId post, String message, Optional<ObligationId> about) {
        tellings.add(new Telling(new Telling.To.ThePost(post), message, about, isHeld()));
    }

    /** Tells a person, after the undo window. */
    void tell(PersonId person, String message) {
        tell(person, message, Optional.empty());
    }

    /** Tells a person of what somebody else owes, after the undo window. */
    void tell(PersonId person, String message, Optional<ObligationId> about) {
        tellings.add(new Telling(new Telling.To.ThePerson(person), message, about, isHeld()));
    }

    /** Tells whoever acts for a post something they only need to know, unless they hear of this turn otherwise. */
    void notify(PostId post, String message) {
        notices.add(new Telling(new Telling.To.ThePost(post), message, Optional.empty(), isHeld()));
    }

    /** Tells a person something they only need to know, unless they hear of this turn otherwise. */
    void notify(PersonId person, String message) {
        notices.add(new Telling(new Telling.To.ThePerson(person), message, Optional.empty(), isHeld()));
    }

    /** Tells whoever acts for a post at once: nudges, alerts and passed dates do not wait. */
    void tellAtOnce(PostId post, String message, Optional<ObligationId> about) {
        tellings.add(new Telling(new Telling.To.ThePost(post), message, about, false));
    }

    /** Tells a person at once. */
    void tellAtOnce(PersonId person, String message) {
        tellAtOnce(person, message, Optional.empty());
    }

    /** Tells a person at once of what somebody else owes. */
    void tellAtOnce(PersonId person, String message, Optional<ObligationId> about) {
        tellings.add(new Telling(new Telling.To.ThePerson(person), message, about, false));
    }

    /** Who acts for a post today. */
    Optional<Person> acting(PostId post) {
        return setting.router().actingFor(post).map(Acting::person);
    }

    /** Whether the actor is the person who acts for a post today. */
    boolean actsFor(PostId post) {
        return acting(post).filter(person -> setting.actor().is(person.id())).isPresent();
    }

    /** Refuses unless an obligation is open, the actor is the one to act, and nothing must be done first. */
    Optional<Refusal> refuseUnlessDue(ObligationId obligation) {
        return refuseUnlessHolder(obligation).or(() -> {
            Obligation due = theCase.open(obligation).orElseThrow();
            List<DutyId> missing = due.needs().stream()
                    .filter(duty -> due.stage()
                            .filter(stage -> theCase.owes(stage, duty))
                            .isPresent())
                    .toList();
            return missing.isEmpty() ? Optional.empty() : Optional.of(new Refusal.NotYet(missing));
        });
    }

    /** Refuses unless an obligation is open and the actor is the one to act. */
    Optional<Refusal> refuseUnlessHolder(ObligationId obligation) {
        return refuseUnlessOpen(obligation)
                .or(() -> theCase.open(obligation)
                        .filter(owed -> !actsFor(owed.holder()))
                        .map(owed -> new Refusal.NotYours()));
    }

    /** Refuses unless an obligation is open. */
    Optional<Refusal> refuseUnlessOpen(ObligationId obligation) {
        return theCase.open(obligation).isPresent() ? Optional.empty() : Optional.of(whyClosed(obligation));
    }

    private Refusal whyClosed(ObligationId obligation) {
        return theCase.done(obligation)
                .filter(done -> !done.superseded())
                .<Refusal>map(done ->
                        new Refusal.AlreadyDone(done.stamp().by(), done.stamp().at()))
                .orElseGet(Refusal.NoLongerAsked::new);
    }

    Outcome accepted() {
        if (theCase.status() != Case.Status.NOT_SENT
                && events.stream().map(Recorded::event).anyMatch(Unfolding::isProgress)) {
            new Notices(this).changed();
        }
        if (theCase.status() == Case.Status.RESOLVED && theCase.open().isEmpty()) {
            happens(new CaseEvent.Closed());
        }
        if (events.stream().anyMatch(recorded -> recorded.event() instanceof CaseEvent.Closed)) {
            new Notices(this).closed();
        }
        if (setting.actor().equals(Actor.CLOCK)) {
            oneMessageEach();
        }
        addNotices();
        tellings.sort(Comparator.comparing(telling -> !telling.held()));
        int waiting = (int) tellings.stream().filter(Telling::held).count();
        if (waiting > 0) {
            happens(new CaseEvent.SendingHeld(release(), waiting));
        }
        return new Outcome.Accepted(history(), events, tellings);
    }

    /** Whether a step was taken, or missed, that somebody who follows the case closely wants to hear of (P52). */
    private static boolean isProgress(CaseEvent event) {
        return PROGRESS.contains(event.getClass());
    }

    /** When several things fall due together, each addressee hears of the first, which the case page puts with the rest. */
    private void oneMessageEach() {
        Set<Telling.To> told = new HashSet<>();
        tellings.removeIf(telling -> !told.add(telling.to()));
    }

    private void addNotices() {
        Set<PersonId> told = new HashSet<>();
        tellings.forEach(telling -> telling.to().whom(setting.router()).ifPresent(told::add));
        setting.actor().person().ifPresent(told::add);
        for (Telling notice : notices) {
            if (notice.to().whom(setting.router()).filter(told::add).isPresent()) {
                tellings.add(notice);
            }
        }
    }

    /** What a person sends waits, unless the child needs it the same day. As the case was when it was first asked. */
    private boolean isHeld() {
        if (held == null) {
            held = setting.actor().person().isPresent() && !isNeededToday();
        }
        return held;
    }

    private boolean isNeededToday() {
        if (theCase.status() == Case.Status.NOT_SENT) {
            return false;
        }
        Optional<Instant> limit = theCase.visits().isEmpty()
                ? Optional.of(theCase.concern().neededBy())
                : theCase.current().flatMap(visit -> visit.limit().remindBy());
        return theCase.concern().risk().isToday()
                || limit.filter(by -> !WorkingCalendar.dayOf(by).isAfter(setting.today()))
                        .isPresent();
    }
}
