package org.secondlook.core.directory;

import java.time.LocalDate;
import java.util.Optional;

/** Somebody is away from one date to another, both included. */
public record Absence(PersonId person, LocalDate from, LocalDate until, Optional<PersonId> cover) {

    /** Whether the person is away on that day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
