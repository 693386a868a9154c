package org.secondlook.core.turn;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.secondlook.core.calendar.Deadlines;
import org.secondlook.core.casework.Actor;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.CaseCommand;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.History;
import org.secondlook.core.casework.Outcome;
import org.secondlook.core.casework.PassTime;
import org.secondlook.core.casework.Setting;
import org.secondlook.core.casework.Timetable;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.protocol.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the turns of the clock: for each case in which time alone changes something, one turn, once. */
public final class Clockwork {

    private static final Logger log = LoggerFactory.getLogger(Clockwork.class);

    private static final int BATCH = 50;

    private final Scenes scenes;
    private final CaseStore store;
    private final Clock clock;
    private final ChangedCalendar calendar;

    public Clockwork(Scenes scenes, CaseStore store, Clock clock) {
        this.scenes = scenes;
        this.store = store;
        this.clock = clock;
        this.calendar = new ChangedCalendar(scenes, store, clock);
    }

    /** Takes every turn that is due now in every partnership, and says how many there were. */
    public int run() {
        int turns = calendar.run();
        for (Partnership partnership : scenes.partnerships().all()) {
            for (Lease lease : store.claimCases(partnership.id(), clock.instant(), BATCH)) {
                tryTick(partnership, lease);
                turns++;
            }
        }
        return turns;
    }

    /** One case that cannot be handled must not stop the clock of the others; its claim ends and it comes up again. */
    private void tryTick(Partnership partnership, Lease lease) {
        try {
            tick(partnership, lease);
        } catch (RuntimeException e) {
            log.error(
                    "Turn of the clock failed partnership={} caseId={} fault={}",
                    partnership.id(),
                    lease.member(),
                    TurnFault.places(e));
        }
    }

    private void tick(Partnership partnership, Lease lease) {
        History history = store.history(partnership.id(), new CaseId(lease.member()));
        Case theCase = history.replay();
        if (theCase.status() == Case.Status.NOT_SENT) {
            store.release(partnership.id(), lease, Optional.empty());
            return;
        }
        Instant now = clock.instant();
        Protocol protocol = partnership.protocol(theCase.protocol());
        Deadlines deadlines = scenes.deadlines(protocol);
        TurnId turn = new TurnId("clock." + lease.member() + "." + history.version());
        Setting setting = new Setting(protocol, partnership.directory(), deadlines, now, Actor.CLOCK, turn);
        Outcome.Accepted accepted = (Outcome.Accepted) CaseCommand.decide(history, new PassTime(), setting);
        if (accepted.events().isEmpty()) {
            store.release(partnership.id(), lease, new Timetable(theCase, deadlines.calendar()).next());
            return;
        }
        Committing committing = new Committing(setting, turn.value());
        // Whatever comes back other than stored, somebody else was faster: the case comes up again when it is due.
        store.commit(partnership.id(), committing.of(accepted, lease));
    }
}
