package org.secondlook.teams.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.secondlook.teams.settings.Registration;
import org.secondlook.teams.settings.TeamsSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Access tokens for the Bot Connector service, from Microsoft Entra by client credentials. Each registration has its own
 * and keeps it until shortly before it expires.
 */
public final class AccessTokens {

    private static final Logger log = LoggerFactory.getLogger(AccessTokens.class);

    private static final String SCOPE = "https://api.botframework.com/.default";

    /** A token is not used in the last of its life: the request may take a while to arrive. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    /** Whoever waited while a login failed does not wait for another one that would fail as slowly. */
    private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(5);

    private final TeamsSettings settings;
    private final Clock clock;
    private final LoginClient login;
    private final Map<String, Own> tokens = new ConcurrentHashMap<>();

    /** @param clock the wire clock */
    public AccessTokens(TeamsSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.login = new LoginClient(settings.timeouts());
    }

    /** A token that is good now. */
    public String of(Registration registration) throws NoTokenException {
        return tokens.computeIfAbsent(registration.appId(), app -> new Own()).token(registration);
    }

    /** The Connector no longer takes the token that we have: the next request gets a new one. */
    public void forget(Registration registration) {
        tokens.remove(registration.appId());
    }

    /** The token of one registration; whoever comes while it is being fetched waits for it. */
    private final class Own {

        private final ReentrantLock lock = new ReentrantLock();
        private String token = "";
        private Instant goodUntil = Instant.MIN;
        private Instant mayTryAt = Instant.MIN;

        String token(Registration registration) throws NoTokenException {
            lock.lock();
            try {
                Instant now = clock.instant();
                if (!now.isBefore(goodUntil)) {
                    renew(registration, now);
                }
                return token;
            } catch (IOException e) {
                throw new NoTokenException("Expected an access token for %s".formatted(registration), e);
            } finally {
                lock.unlock();
            }
        }

        private void renew(Registration registration, Instant now) throws IOException {
            if (now.isBefore(mayTryAt)) {
                throw new IOException("Expected an access token for %s, but the login failed".formatted(registration));
            }
            try {
                fetch(registration, now);
            } catch (IOException e) {
                mayTryAt = clock.instant().plus(BETWEEN_FAILURES);
                log.warn("Access token not fetched app={} reason={}", registration.appId(), e.getMessage());
                throw e;
            }
        }

        private void fetch(Registration registration, Instant now) throws IOException {
            JsonNode answer = login.post(settings.tokenUrlOf(registration), form(registration));
            String fetched = answer.path("access_token").asText();
            Duration life = Duration.ofSeconds(answer.path("expires_in").asLong());
            if (fetched.isEmpty()) {
                throw new IOException("Expected an access token for %s, but found none".formatted(registration));
            }
            token = fetched;
            goodUntil = now.plus(life).minus(MARGIN);
        }
    }

    private static String form(Registration registration) {
        return Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        registration.appId(),
                        "client_secret",
                        registration.secret(),
                        "scope",
                        SCOPE)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
