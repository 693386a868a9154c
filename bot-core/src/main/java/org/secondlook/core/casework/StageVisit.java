package org.secondlook.core.casework;

import java.time.Instant;
import java.util.Optional;
import org.secondlook.core.calendar.Deadline;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.protocol.TrackId;

/**
 * The case was or is at a stage.
 *
 * @param reached when the first post of the stage was told
 * @param cap the latest the procedure allows
 * @param limit the date in force: the cap, or an earlier one that was needed or agreed
 */
public record StageVisit(
        TrackId track,
        StageId stage,
        Instant reached,
        Deadline cap,
        Deadline limit,
        Entry entry,
        boolean limitPassed,
        Optional<Exit> exit) {

    /** How a stage was entered. */
    public enum Entry {
        RAISED,
        /** The limit of the stage before had passed. */
        ADVANCED,
        BY_HAND,
        DECIDED
    }

    /** How a stage was left. */
    public enum Exit {
        AGREED,
        LIMIT_PASSED,
        BY_HAND,
        DECIDED,
        WITHDRAWN
    }

    public boolean isOpen() {
        return exit.isEmpty();
    }

    StageVisit limitedTo(Deadline newLimit) {
        return new StageVisit(track, stage, reached, cap, newLimit, entry, limitPassed, exit);
    }

    StageVisit dated(Deadline newCap, Deadline newLimit) {
        return new StageVisit(track, stage, reached, newCap, newLimit, entry, limitPassed, exit);
    }

    StageVisit pastItsLimit() {
        return new StageVisit(track, stage, reached, cap, limit, entry, true, exit);
    }

    StageVisit left(Exit how) {
        return new StageVisit(track, stage, reached, cap, limit, entry, limitPassed, Optional.of(how));
    }
}
