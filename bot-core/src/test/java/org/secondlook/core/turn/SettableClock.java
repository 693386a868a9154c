package org.secondlook.core.turn;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.secondlook.core.calendar.WorkingCalendar;

/** A clock that stands still until it is moved. */
public final class SettableClock extends Clock {

    private Instant now;

    /** @param london a London time such as {@code 2026-12-01T10:00} */
    public SettableClock(String london) {
        this.now = instant(london);
    }

    public static Instant instant(String london) {
        return LocalDateTime.parse(london).atZone(WorkingCalendar.LONDON).toInstant();
    }

    public void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return WorkingCalendar.LONDON;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
