package org.secondlook.playground.mishap;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of some of the bot's calls to a platform.
 *
 * @param calls the paths it is for, as a regular expression found in them, such as {@code chat\.postMessage}; a call to
 *     Slack that names a channel or a person ends with {@code ?channel=} and that
 * @param kind what happens
 * @param status of the answer, for {@link Kind#STATUS}; 503 if not said
 * @param retryAfter seconds in its {@code Retry-After}; none without
 * @param error the platform's word for it, where there is one
 * @param millis how long {@link Kind#HANG} hangs
 * @param chance how likely it is for each call, from 0 to 1; 1 if not said
 * @param times how often it happens at most; without end if not said
 */
public record OutgoingRule(
        String calls,
        Kind kind,
        @Nullable Integer status,
        @Nullable Integer retryAfter,
        @Nullable String error,
        @Nullable Long millis,
        @Nullable Double chance,
        @Nullable Integer times) {

    /** What can happen to a call. */
    public enum Kind {
        /** Not accepted, and answered with this status. */
        STATUS,
        /** Not accepted, and answered as Slack does: 200, {@code "ok": false} and the error. */
        SLACK_ERROR,
        /** Not accepted; the connection ends without an answer. */
        HANG_UP,
        /** Not accepted; the connection stays silent for a while, and ends. */
        HANG,
        /** Accepted; the connection ends without an answer. */
        LOSE_REPLY,
        /** Accepted, and the answer breaks off in the middle. */
        CUT_OFF
    }

    public OutgoingRule {
        Pattern.compile(calls);
    }

    int statusOrOurs() {
        return status == null ? 503 : status;
    }

    long millisOrNone() {
        return millis == null ? 0 : millis;
    }

    boolean isFor(String call) {
        return Pattern.compile(calls).matcher(call).find();
    }
}
