package org.secondlook.core.outbox;

import java.time.Instant;

/**
 * How a message is tried next.
 *
 * @param at not before then, on the case clock
 * @param before how often it was tried in this way before
 * @param toThePerson whether it goes to the person, because the channel that it was meant for does not take it
 * @param perhapsSent whether the platform may have it already, because it did not say
 */
public record Attempt(Instant at, int before, boolean toThePerson, boolean perhapsSent) {

    public static Attempt first(Instant at) {
        return new Attempt(at, 0, false, false);
    }

    /** The same attempt, not made yet. */
    public Attempt putOff(Instant later) {
        return new Attempt(later, before, toThePerson, perhapsSent);
    }

    /** The one after this, which failed. */
    public Attempt again(Instant later) {
        return new Attempt(later, before + 1, toThePerson, perhapsSent);
    }

    /** The one after this, of which nobody knows whether it failed. */
    public Attempt unknown(Instant later) {
        return new Attempt(later, before + 1, toThePerson, true);
    }

    /** Somebody began this attempt before, and nobody knows how it ended. */
    public Attempt begunBefore() {
        return new Attempt(at, before, toThePerson, true);
    }

    /** To the person instead of the channel. */
    public Attempt instead() {
        return new Attempt(at, 0, true, false);
    }
}
