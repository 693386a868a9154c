package org.secondlook.core.calendar;

import java.time.Instant;
import java.util.Optional;

/**
 * When something is owed (design.md decision 20). Screens and reminders use {@code remindBy}, the stricter reading;
 * lateness begins at {@code acceptUntil}, the looser. Mostly they are equal. Both are empty while the clock has not
 * started.
 */
public record Deadline(Optional<Instant> remindBy, Optional<Instant> acceptUntil, Working working) {

    public Deadline {
        if (remindBy.isPresent() != acceptUntil.isPresent()) {
            throw new IllegalArgumentException("Expected both dates or neither, but found %s and %s for clock %s"
                    .formatted(remindBy, acceptUntil, working.rule().name()));
        }
        if (remindBy.isPresent() && remindBy.get().isAfter(acceptUntil.get())) {
            throw new IllegalArgumentException("Expected to remind no later than %s for clock %s, but found %s"
                    .formatted(acceptUntil.get(), working.rule().name(), remindBy.get()));
        }
    }

    static Deadline notYetKnown(Working working) {
        return new Deadline(Optional.empty(), Optional.empty(), working);
    }

    static Deadline due(Instant remindBy, Instant acceptUntil, Working working) {
        return new Deadline(Optional.of(remindBy), Optional.of(acceptUntil), working);
    }

    public boolean isKnown() {
        return remindBy.isPresent();
    }

    /** Whether the looser reading has passed. */
    public boolean isPast(Instant now) {
        return acceptUntil.map(until -> !now.isBefore(until)).orElse(false);
    }

    /** The same with an agreed date in its place. */
    public Deadline agreed(Instant date) {
        return due(date, date, working.boundBy(Working.Bound.AGREED));
    }

    /** The earlier of this and a date that can only bring it forward. */
    public Deadline notAfter(Instant date, Working.Bound bound) {
        if (remindBy.isEmpty() || !date.isBefore(remindBy.get())) {
            return this;
        }
        return due(date, date, working.boundBy(bound));
    }

    /** The earlier of this and another deadline that caps it. */
    public Deadline notAfter(Deadline cap, Working.Bound bound) {
        if (remindBy.isEmpty() || cap.remindBy.isEmpty()) {
            return this;
        }
        Instant remind = earlier(remindBy.get(), cap.remindBy.get());
        Instant accept = earlier(acceptUntil.get(), cap.acceptUntil.get());
        boolean capped = !remind.equals(remindBy.get()) || !accept.equals(acceptUntil.get());
        return capped ? due(remind, accept, working.boundBy(bound)) : this;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
