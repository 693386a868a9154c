package org.secondlook.teams.token;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTDecodeException;
import com.auth0.jwt.exceptions.SignatureVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.secondlook.teams.settings.Registration;
import org.secondlook.teams.settings.TeamsSettings;

/**
 * Checks the token of a request before anything else in it is believed. Only what the Bot Connector service itself signs
 * for the channel {@code msteams} is good: no emulator, no skill, no other issuer (security.md 2.2, T8). The check of
 * the Bot Framework SDK is not used: it lets several of these pass.
 */
public final class TokenCheck {

    private static final String ISSUER = "https://api.botframework.com";
    private static final String CHANNEL = "msteams";
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** Three parts of base64url after one space; a token of Teams has about 1,000 characters. */
    private static final Pattern BEARER =
            Pattern.compile("(?i:Bearer) ([A-Za-z0-9_-]{1,4000}\\.[A-Za-z0-9_-]{1,4000}\\.[A-Za-z0-9_-]{0,2000})");

    private final TeamsSettings settings;
    private final SigningKeys keys;
    private final Clock clock;

    /**
     * @param clock the wire clock
     * @param background where keys are fetched while nobody waits
     */
    public TokenCheck(TeamsSettings settings, Clock clock, Executor background) {
        this(
                settings,
                new SigningKeys(
                        new OpenIdMetadata(settings.openIdMetadataUrl(), new LoginClient(settings.timeouts())),
                        clock,
                        background),
                clock);
    }

    TokenCheck(TeamsSettings settings, SigningKeys keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    /** Fetches the keys before the first token needs one. */
    public void prepare() {
        keys.prepare();
    }

    /**
     * Checks the token that a request carries.
     *
     * @param authorization the header as it was sent; empty if there was none, or more than one
     */
    public Verdict check(String authorization) {
        if (authorization.isEmpty()) {
            return new Verdict.Refused(Refusal.NO_TOKEN);
        }
        Matcher bearer = BEARER.matcher(authorization);
        if (!bearer.matches()) {
            return new Verdict.Refused(Refusal.MALFORMED_TOKEN);
        }
        try {
            return check(JWT.decode(bearer.group(1)));
        } catch (JWTDecodeException | DateTimeException e) {
            return new Verdict.Refused(Refusal.MALFORMED_TOKEN);
        }
    }

    private Verdict check(DecodedJWT token) {
        List<Supplier<Optional<Refusal>>> checks = List.of(
                () -> algorithm(token),
                () -> refuse(!ISSUER.equals(token.getIssuer()), Refusal.WRONG_ISSUER),
                () -> refuse(audience(token).isEmpty(), Refusal.WRONG_AUDIENCE),
                () -> times(token),
                () -> serviceUrl(token),
                () -> signature(token));
        return checks.stream()
                .flatMap(check -> check.get().stream())
                .findFirst()
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(() ->
                        new Verdict.Believed(new Caller(audience(token).orElseThrow(), claim(token, "serviceurl"))));
    }

    /** Only RS256: neither none, nor a public key taken for a shared secret. Nothing may change how it is to be read. */
    private static Optional<Refusal> algorithm(DecodedJWT token) {
        boolean plain = "RS256".equals(token.getAlgorithm())
                && token.getHeaderClaim("crit").isMissing()
                && token.getHeaderClaim("b64").isMissing();
        return refuse(!plain, Refusal.WRONG_ALGORITHM);
    }

    private Optional<Registration> audience(DecodedJWT token) {
        String audience = claim(token, "aud");
        return settings.ofApp(audience);
    }

    private Optional<Refusal> times(DecodedJWT token) {
        Instant until = token.getExpiresAtAsInstant();
        Instant from = token.getNotBeforeAsInstant();
        if (until == null || from == null) {
            return Optional.of(Refusal.NO_TIMES);
        }
        Instant now = clock.instant();
        return refuse(!now.minus(SKEW).isBefore(until), Refusal.EXPIRED)
                .or(() -> refuse(now.plus(SKEW).isBefore(from), Refusal.NOT_YET_VALID));
    }

    private Optional<Refusal> serviceUrl(DecodedJWT token) {
        String url = claim(token, "serviceurl");
        return refuse(url.isEmpty(), Refusal.NO_SERVICE_URL)
                .or(() -> refuse(!settings.serviceUrls().allows(url), Refusal.SERVICE_URL_NOT_ALLOWED));
    }

    private Optional<Refusal> signature(DecodedJWT token) {
        String id = token.getKeyId();
        Optional<SigningKey> key = id == null ? Optional.empty() : keys.find(id);
        if (key.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_KEY);
        }
        if (!key.get().endorsements().contains(CHANNEL)) {
            return Optional.of(Refusal.KEY_NOT_ENDORSED);
        }
        try {
            Algorithm.RSA256(key.get().key(), null).verify(token);
            return Optional.empty();
        } catch (SignatureVerificationException e) {
            return Optional.of(Refusal.WRONG_SIGNATURE);
        }
    }

    /** The text of a claim; empty if it is missing or not a text. */
    private static String claim(DecodedJWT token, String name) {
        String text = token.getClaim(name).asString();
        return text == null ? "" : text;
    }

    private static Optional<Refusal> refuse(boolean when, Refusal why) {
        return when ? Optional.of(why) : Optional.empty();
    }
}
