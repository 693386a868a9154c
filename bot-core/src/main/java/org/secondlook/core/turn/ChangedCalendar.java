package org.secondlook.core.turn;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.secondlook.core.calendar.Deadlines;
import org.secondlook.core.calendar.KnownHolidays;
import org.secondlook.core.casework.Actor;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.CaseCommand;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.History;
import org.secondlook.core.casework.Outcome;
import org.secondlook.core.casework.RecomputeDates;
import org.secondlook.core.casework.Setting;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.turn.CaseStore.Committed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Visits every open case once the bank holidays are others than before, here or since this installation
 * last looked. Several instances may do so beside each other: a second visit changes nothing.
 */
final class ChangedCalendar {

    private static final Logger log = LoggerFactory.getLogger(ChangedCalendar.class);

    private static final int ATTEMPTS = 8;

    private final Scenes scenes;
    private final CaseStore store;
    private final Clock clock;
    private @Nullable KnownHolidays seen;

    ChangedCalendar(Scenes scenes, CaseStore store, Clock clock) {
        this.scenes = scenes;
        this.store = store;
        this.clock = clock;
    }

    /** Takes the turns that a changed calendar is, and says how many there were. */
    int run() {
        KnownHolidays holidays = scenes.holidays();
        if (holidays.equals(seen)) {
            return 0;
        }
        String fingerprint = holidays.fingerprint();
        int turns = 0;
        for (Partnership partnership : scenes.partnerships().all()) {
            // What another instance has visited may have grown since by this one, which knew the old calendar until
            // now.
            if (seen != null || !store.calendar(partnership.id()).equals(Optional.of(fingerprint))) {
                for (CaseId theCase : store.open(partnership.id()).keySet()) {
                    turns += tryRecompute(partnership, theCase) ? 1 : 0;
                }
                store.calendar(partnership.id(), fingerprint);
            }
        }
        seen = holidays;
        return turns;
    }

    /** One case that cannot be handled must not keep the others from their dates. */
    private boolean tryRecompute(Partnership partnership, CaseId theCase) {
        try {
            return recompute(partnership, theCase);
        } catch (RuntimeException e) {
            log.error(
                    "Dates not worked out anew partnership={} caseId={} fault={}",
                    partnership.id(),
                    theCase,
                    TurnFault.places(e));
            return false;
        }
    }

    private boolean recompute(Partnership partnership, CaseId id) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            History history = store.history(partnership.id(), id);
            Case theCase = history.replay();
            if (theCase.status() == Case.Status.NOT_SENT) {
                return false;
            }
            Instant now = clock.instant();
            Protocol protocol = partnership.protocol(theCase.protocol());
            Deadlines deadlines = scenes.deadlines(protocol);
            TurnId turn = new TurnId("calendar." + id + "." + history.version());
            Setting setting = new Setting(protocol, partnership.directory(), deadlines, now, Actor.CLOCK, turn);
            Outcome.Accepted accepted = (Outcome.Accepted) CaseCommand.decide(history, new RecomputeDates(), setting);
            if (accepted.events().isEmpty()) {
                return false;
            }
            Committing committing = new Committing(setting, turn.value());
            if (store.commit(partnership.id(), committing.of(accepted)) == Committed.STORED) {
                log.info("Dates worked out anew partnership={} caseId={}", partnership.id(), id);
                return true;
            }
        }
        throw new IllegalStateException(
                "Expected the dates of case %s to be stored within %d attempts".formatted(id, ATTEMPTS));
    }
}
