package org.secondlook.slack;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Slack did not do what it was asked, or did not say whether it did. */
final class SlackCallException extends Exception {

    /** Errors that pass by themselves. Every other error of Slack's is about the request, and comes again. */
    private static final Set<String> PASSING = Set.of(
            "ratelimited",
            "rate_limited",
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "team_added_to_org",
            SlackCallException.NOT_REACHED,
            "org_login_required",
            SlackCallException.NO_ANSWER,
            SlackCallException.UNREADABLE);

    /** Slack was not asked: it could not be reached. */
    static final String NOT_REACHED = "not_reached";

    static final String NO_ANSWER = "no_answer";
    static final String UNREADABLE = "unreadable_answer";

    /** Errors after which nobody knows whether Slack did what it was asked. */
    private static final Set<String> UNKNOWN =
            Set.of("internal_error", "fatal_error", "request_timeout", NO_ANSWER, UNREADABLE);

    private static final String HTTP = "http_";

    private final String method;
    private final String error;
    private final Optional<Duration> retryAfter;

    SlackCallException(String method, String error, Optional<Duration> retryAfter) {
        super("%s: %s".formatted(method, error));
        this.method = method;
        this.error = error;
        this.retryAfter = retryAfter;
    }

    /** An answer without a body of Slack's own. */
    static SlackCallException ofStatus(String method, int status, Optional<Duration> retryAfter) {
        return new SlackCallException(method, status == 429 ? "ratelimited" : HTTP + status, retryAfter);
    }

    String method() {
        return method;
    }

    /** Slack's own word for it, or ours where Slack said nothing. */
    String error() {
        return error;
    }

    boolean is(String slackError) {
        return error.equals(slackError);
    }

    /** When Slack wants to be asked again. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** Whether a message may stand in Slack all the same. */
    boolean mayHavePosted() {
        return method.equals("chat.postMessage") && isUnknown();
    }

    private boolean isUnknown() {
        return UNKNOWN.contains(error) || error.startsWith(HTTP + "5") || error.equals(HTTP + "408");
    }

    /** Whether the same call may succeed later. */
    boolean isPassing() {
        return PASSING.contains(error) || error.startsWith(HTTP + "5") || error.equals(HTTP + "408");
    }
}
