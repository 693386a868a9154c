package org.secondlook.teams.connector;

import com.microsoft.bot.connector.rest.ErrorResponseException;
import com.microsoft.bot.schema.Error;
import com.microsoft.bot.schema.ErrorResponse;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.secondlook.core.outbox.Delivery;
import org.secondlook.teams.token.NoTokenException;
import retrofit2.Response;

/**
 * What a failed request to the Connector means: whether it may succeed later. Teams asks for another try after 412, 429,
 * 502 and 504; what else a server or the network may get over is tried again too. A 403 means that the bot was blocked,
 * removed, or never there.
 */
final class Faults {

    private static final int UNAUTHORIZED = 401;
    private static final int TIMED_OUT = 408;
    private static final int PRECONDITION_FAILED = 412;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private static final Set<Integer> PASSING = Set.of(UNAUTHORIZED, TIMED_OUT, PRECONDITION_FAILED, TOO_MANY_REQUESTS);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    /** Of an answer nothing but its status and code is kept: a message may quote what was sent. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{1,60}");

    private final Clock clock;

    /** @param clock the wire clock */
    Faults(Clock clock) {
        this.clock = clock;
    }

    static boolean isUnauthorized(Throwable fault) {
        return fault instanceof ErrorResponseException refused
                && refused.response().code() == UNAUTHORIZED;
    }

    UndeliveredException of(Throwable fault) {
        if (!(fault instanceof ErrorResponseException refused)) {
            return withoutAnswer(fault);
        }
        Response<ResponseBody> response = refused.response();
        String reason = response.code() + code(refused.body());
        Optional<Duration> retryAfter = retryAfter(response.headers().get("Retry-After"));
        if (retryAfter.isEmpty() && (response.code() >= SERVER_ERROR || response.code() == TIMED_OUT)) {
            return new UndeliveredException(new Delivery.Unknown(reason));
        }
        return response.code() >= SERVER_ERROR || PASSING.contains(response.code())
                ? temporary(reason, retryAfter)
                : UndeliveredException.permanent(reason);
    }

    /** Where it could not even be reached, the Connector was not asked. */
    private static UndeliveredException withoutAnswer(Throwable fault) {
        boolean reached = !(fault instanceof ConnectException
                || fault instanceof UnknownHostException
                || fault instanceof NoTokenException);
        String reason = "no answer: " + fault.getClass().getSimpleName();
        return reached ? new UndeliveredException(new Delivery.Unknown(reason)) : temporary(reason, Optional.empty());
    }

    private static UndeliveredException temporary(String reason, Optional<Duration> retryAfter) {
        return new UndeliveredException(new Delivery.Temporary(reason, retryAfter));
    }

    private static String code(@Nullable ErrorResponse body) {
        Error error = body == null ? null : body.getError();
        String code = error == null ? null : error.getCode();
        return code != null && CODE.matcher(code).matches() ? " " + code : "";
    }

    /** Seconds, or a date. */
    private Optional<Duration> retryAfter(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (SECONDS.matcher(header).matches()) {
            return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(header))));
        }
        try {
            Instant at = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(bounded(Duration.between(clock.instant(), at)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
