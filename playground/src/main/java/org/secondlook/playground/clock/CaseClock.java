package org.secondlook.playground.clock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.secondlook.playground.bot.Later;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The application's case clock, asked every second. Without an answer it keeps the last known distance to system time,
 * so that a restart of the application does not throw chat back in time.
 */
public final class CaseClock implements InstantSource {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration MOVE_PATIENCE = Duration.ofSeconds(30);

    private final URI url;
    private final Clock system;
    private final Later later;
    private final Runnable changed;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile Duration ahead = Duration.ZERO;
    private volatile @Nullable Reading last;

    /** @param changed called when time was moved, the next reminder changed, or the clock came or went */
    public CaseClock(URI url, Clock system, Later later, Runnable changed) {
        this.url = url;
        this.system = system;
        this.later = later;
        this.changed = changed;
    }

    /** What the application says: its time, and when its next reminder is due. */
    public record Reading(Instant now, @Nullable Instant next) {

        public Reading {
            Objects.requireNonNull(now);
        }
    }

    public void start() {
        later.run(Duration.ZERO, this::keepAsking);
    }

    @Override
    public Instant instant() {
        return system.instant().plus(ahead);
    }

    /** The case clock now, or empty while the application offers none. */
    public Optional<Reading> reading() {
        return Optional.ofNullable(last).map(known -> new Reading(instant(), known.next()));
    }

    /** Moves time to {@code next-reminder} or {@code next-working-day}. */
    public Optional<Reading> move(String to) {
        String body = JSON.writeValueAsString(JSON.createObjectNode().put("to", to));
        take(send(HttpRequest.newBuilder(url)
                .timeout(MOVE_PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
        return reading();
    }

    private void keepAsking() {
        take(send(HttpRequest.newBuilder(url).timeout(PATIENCE).build()));
        later.run(INTERVAL, this::keepAsking);
    }

    private Optional<Reading> send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? Optional.of(JSON.readValue(response.body(), Reading.class))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized void take(Optional<Reading> answer) {
        Instant before = instant();
        answer.ifPresent(fresh -> ahead = Duration.between(system.instant(), fresh.now()));
        Optional<Reading> old = Optional.ofNullable(last);
        last = answer.orElse(null);
        boolean sameNext = old.map(Reading::next).equals(answer.map(Reading::next));
        boolean moved = Duration.between(before, instant()).abs().toSeconds() > 5;
        if (old.isPresent() != answer.isPresent() || !sameNext || moved) {
            changed.run();
        }
    }
}
