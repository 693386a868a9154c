package org.secondlook.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.secondlook.core.turn.Auditor;
import org.secondlook.core.turn.Auditor.Fault;
import org.secondlook.core.turn.Auditor.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Runs the auditor and tells the outside: what it found by gauges, and by a heartbeat that it ran and found nothing. Whoever
 * watches the heartbeat hears of a fault, and of an application that does not run, by its absence.
 */
final class Audits implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(Audits.class);

    /** After that long without an audit something is wrong with the auditor itself; they are five minutes apart. */
    private static final Duration TOO_LONG = Duration.ofMinutes(15);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int NOT_OK = 300;

    private final Auditor auditor;
    private final Clock clock;
    private final Optional<URI> heartbeat;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<Fault, Integer> found = new ConcurrentHashMap<>();
    private volatile Instant last;

    /**
     * @param clock the wire clock
     * @param heartbeat what is asked for after each audit that found nothing
     */
    Audits(Auditor auditor, Clock clock, Optional<URI> heartbeat, MeterRegistry meters) {
        this.auditor = auditor;
        this.clock = clock;
        this.heartbeat = heartbeat;
        this.last = clock.instant();
        for (Fault fault : Fault.values()) {
            Gauge.builder("secondlook.audit.findings", found, counts -> counts.getOrDefault(fault, 0))
                    .tag("fault", fault.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
        Gauge.builder(
                        "secondlook.audit.age.seconds",
                        this,
                        audits -> audits.age().toSeconds())
                .register(meters);
    }

    /** Audits once. */
    void run() {
        List<Finding> findings = auditor.run();
        for (Fault fault : Fault.values()) {
            found.put(fault, (int)
                    findings.stream().filter(f -> f.fault() == fault).count());
        }
        last = clock.instant();
        if (findings.isEmpty()) {
            heartbeat.ifPresent(this::beat);
        }
    }

    private void beat(URI to) {
        try {
            HttpRequest request = HttpRequest.newBuilder(to).timeout(PATIENCE).build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status < OK || status >= NOT_OK) {
                log.warn("Heartbeat not taken status={}", status);
            }
        } catch (IOException e) {
            log.warn("Heartbeat not sent reason={}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration age() {
        return Duration.between(last, clock.instant());
    }

    /** Down while an audit finds something, and when there was none for long. */
    @Override
    public Health health() {
        boolean faults = found.values().stream().anyMatch(count -> count > 0);
        return (faults || age().compareTo(TOO_LONG) > 0 ? Health.down() : Health.up()).build();
    }
}
