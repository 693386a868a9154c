package org.secondlook.core.directory;

import java.time.LocalDate;
import java.util.Optional;

/** Who does a job from one date to another, both included. */
public record Holding(PostId post, PersonId person, LocalDate from, Optional<LocalDate> until) {

    /** Whether it holds on that day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
