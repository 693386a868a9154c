package org.secondlook.playground.mishap;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of some of the platforms' requests to the bot.
 *
 * @param kind what happens
 * @param copies how many more there are, for {@link Kind#REPEAT}; one if not said
 * @param millis within which time the copies come, each at a random moment; or how long {@link Kind#DELAY} holds one back at
 *     most, so that later ones overtake it
 * @param chance how likely it is for each request, from 0 to 1; 1 if not said
 * @param times how often it happens at most; without end if not said
 */
public record IncomingRule(
        Kind kind,
        @Nullable Integer copies,
        @Nullable Long millis,
        @Nullable Double chance,
        @Nullable Integer times) {

    /** What can happen to a request. */
    public enum Kind {
        REPEAT,
        DELAY,
        /** It never arrives, and is not tried again. */
        DISCARD
    }

    int copiesOrOne() {
        return copies == null ? 1 : copies;
    }

    long millisOrNone() {
        return millis == null ? 0 : millis;
    }
}
