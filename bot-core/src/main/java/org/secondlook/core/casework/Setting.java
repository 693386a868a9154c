package org.secondlook.core.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.secondlook.core.calendar.Deadlines;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.directory.Directory;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.routing.Router;

/** The world as one turn sees it. */
public record Setting(
        Protocol protocol, Directory directory, Deadlines deadlines, Instant now, Actor actor, TurnId turn) {

    /** How long what goes to other people can be taken back (design.md decision 24). */
    public static final Duration UNDO_WINDOW = Duration.ofMinutes(2);

    /** The same world once nothing of this turn can be taken back any more. */
    public Setting afterUndoWindow() {
        return new Setting(protocol, directory, deadlines, now.plus(UNDO_WINDOW), actor, turn);
    }

    public LocalDate today() {
        return WorkingCalendar.dayOf(now);
    }

    public WorkingCalendar calendar() {
        return deadlines.calendar();
    }

    public Router router() {
        return new Router(protocol, directory, today());
    }
}
