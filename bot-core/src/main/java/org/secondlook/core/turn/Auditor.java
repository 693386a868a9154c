package org.secondlook.core.turn;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.History;
import org.secondlook.core.casework.Timetable;
import org.secondlook.core.directory.Person;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.routing.Acting;
import org.secondlook.core.routing.Router;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through all open cases and says which could come to a standstill: somebody who can act must owe something, and the
 * clock must come back to it in time (reliability 1.4, I5 and I6). A lost timer is put right; everything else is for a
 * person.
 */
public final class Auditor {

    private static final Logger log = LoggerFactory.getLogger(Auditor.class);

    /** The clock leaves a case alone for a minute after each of its turns. */
    private static final Duration TIMER_TOLERANCE = Duration.ofMinutes(2);

    private static final Duration TURN_TOLERANCE = Duration.ofMinutes(5);
    private static final Duration MESSAGE_TOLERANCE = Duration.ofMinutes(15);

    /** What can be wrong. */
    public enum Fault {
        /** The history of a case cannot be read, or is not as it was stored. */
        UNREADABLE,
        /** Nobody owes anything that could be done now. */
        NOTHING_OWED,
        /** Something is owed, but nobody acts for those who owe it, or they cannot be reached. */
        NOBODY_ACTS,
        /** The clock would not have come back in time; it will now. */
        TIMER_LOST,
        /** The clock should have been there. */
        TURN_OVERDUE,
        /** A message waits far too long. */
        MESSAGE_STUCK
    }

    /**
     * Something that is wrong.
     *
     * @param where the id of the case, or of the message
     */
    public record Finding(Fault fault, Partnership partnership, String where) {}

    private final Scenes scenes;
    private final CaseStore store;
    private final Clock clock;

    public Auditor(Scenes scenes, CaseStore store, Clock clock) {
        this.scenes = scenes;
        this.store = store;
        this.clock = clock;
    }

    /** Looks through everything once; each finding is logged, with ids only. */
    public List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        for (Partnership partnership : scenes.partnerships().all()) {
            Map<CaseId, Instant> timers = store.timers(partnership.id());
            for (Map.Entry<CaseId, ProtocolId> open :
                    store.open(partnership.id()).entrySet()) {
                faults(partnership, open.getKey(), Optional.ofNullable(timers.get(open.getKey())))
                        .forEach(fault -> findings.add(
                                new Finding(fault, partnership, open.getKey().value())));
            }
            stuck(partnership)
                    .forEach(message -> findings.add(new Finding(
                            Fault.MESSAGE_STUCK, partnership, message.id().value())));
        }
        findings.forEach(finding -> log.error(
                "Audit finds a fault partnership={} fault={} id={}",
                finding.partnership().id(),
                finding.fault(),
                finding.where()));
        return findings;
    }

    private List<Fault> faults(Partnership partnership, CaseId id, Optional<Instant> timer) {
        try {
            History history = store.history(partnership.id(), id);
            Case theCase = history.replay();
            if (theCase.status() == Case.Status.CLOSED) {
                return List.of();
            }
            List<Fault> faults = new ArrayList<>();
            standstill(partnership, theCase).ifPresent(faults::add);
            time(partnership, theCase, history.version(), timer).ifPresent(faults::add);
            return faults;
        } catch (RuntimeException e) {
            log.error(
                    "Case cannot be read partnership={} caseId={} fault={}", partnership.id(), id, TurnFault.places(e));
            return List.of(Fault.UNREADABLE);
        }
    }

    private Optional<Fault> standstill(Partnership partnership, Case theCase) {
        Router router = new Router(
                partnership.protocol(theCase.protocol()),
                partnership.directory(),
                WorkingCalendar.dayOf(clock.instant()));
        List<Boolean> canBeReached = theCase.open().stream()
                .filter(owed -> !theCase.isWaiting(owed))
                .map(owed -> router.actingFor(owed.holder())
                        .map(Acting::person)
                        .map(Person::identities)
                        .filter(identities -> !identities.isEmpty())
                        .isPresent())
                .toList();
        if (canBeReached.isEmpty()) {
            return Optional.of(Fault.NOTHING_OWED);
        }
        return canBeReached.contains(true) ? Optional.empty() : Optional.of(Fault.NOBODY_ACTS);
    }

    private Optional<Fault> time(Partnership partnership, Case theCase, int version, Optional<Instant> timer) {
        Instant now = clock.instant();
        if (timer.filter(due -> due.plus(TURN_TOLERANCE).isBefore(now)).isPresent()) {
            return Optional.of(Fault.TURN_OVERDUE);
        }
        WorkingCalendar calendar =
                scenes.deadlines(partnership.protocol(theCase.protocol())).calendar();
        Optional<Instant> next = new Timetable(theCase, calendar).next();
        boolean comesBack = next.map(due -> latest(due, now).plus(TIMER_TOLERANCE))
                .map(latest -> timer.filter(set -> !set.isAfter(latest)).isPresent())
                .orElse(true);
        return comesBack || !store.setTimer(partnership.id(), theCase.id(), version, next.orElseThrow())
                ? Optional.empty()
                : Optional.of(Fault.TIMER_LOST);
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private List<OutboxMessage> stuck(Partnership partnership) {
        Instant longAgo = clock.instant().minus(MESSAGE_TOLERANCE);
        return store.waiting(partnership.id()).stream()
                .filter(message -> message.released().isBefore(longAgo))
                .toList();
    }
}
