package org.secondlook.app.trial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.secondlook.core.turn.SettableClock;

/** A clock that is moved, and goes on from there: what is put off for a second comes in a second. */
public final class FlowingClock extends Clock {

    private final Clock system = Clock.systemUTC();
    private volatile Duration ahead;

    /** @param london a London time such as {@code 2026-12-01T10:00} */
    public FlowingClock(String london) {
        ahead = Duration.between(system.instant(), SettableClock.instant(london));
    }

    public void set(Instant instant) {
        ahead = Duration.between(system.instant(), instant);
    }

    @Override
    public Instant instant() {
        return system.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
