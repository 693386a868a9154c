package org.secondlook.core.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.directory.PostId;

/**
 * Who covers in a case while whoever holds a post is away (L-1).
 *
 * @param away the post that is covered
 * @param by the post that covers
 * @param until the last day, included
 * @param agreed whether whoever covers has said yes, or nobody else is there
 */
public record PlannedCover(PostId away, PostId by, LocalDate from, LocalDate until, boolean agreed) {

    /** When somebody is at work to take it over. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** When what is owed goes over. */
    Instant begins() {
        return WorkingCalendar.at(from, MORNING);
    }

    /** When whoever was away is back. */
    Instant ends(WorkingCalendar calendar) {
        return WorkingCalendar.at(calendar.workingDayAfter(until, 1), MORNING);
    }

    PlannedCover agreedBy(PostId post) {
        return new PlannedCover(away, post, from, until, true);
    }
}
