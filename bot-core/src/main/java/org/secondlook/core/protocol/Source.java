package org.secondlook.core.protocol;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** The document a pack was written from. */
public record Source(
        String document,
        Optional<YearMonth> reviewed,
        Optional<YearMonth> reviewDue,
        Optional<String> livePolicy,
        Optional<String> supersedes,
        Optional<String> note) {

    /** The month in which it was due for review, once that has passed. */
    public Optional<YearMonth> missedReview(LocalDate today) {
        return reviewDue.filter(due -> due.isBefore(YearMonth.from(today)));
    }
}
