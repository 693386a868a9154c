package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.turn.Auditor;
import org.secondlook.core.turn.Auditor.Fault;
import org.secondlook.core.turn.Auditor.Finding;
import org.secondlook.core.turn.Partnership;
import org.secondlook.core.turn.SettableClock;
import org.springframework.boot.health.contributor.Status;

class AuditsTest {

    private final AtomicInteger beats = new AtomicInteger();
    private final Auditor auditor = mock(Auditor.class);
    private final SettableClock clock = new SettableClock("2026-12-01T10:00");
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private HttpServer watcher;
    private Audits audits;

    @BeforeEach
    void somebodyWatches() throws IOException {
        watcher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        watcher.createContext("/beat", exchange -> {
            beats.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        watcher.start();
        URI heartbeat = URI.create("http://127.0.0.1:" + watcher.getAddress().getPort() + "/beat");
        audits = new Audits(auditor, clock, Optional.of(heartbeat), meters);
    }

    @AfterEach
    void nobodyWatches() {
        watcher.stop(0);
    }

    @Test
    void anAuditThatFindsNothingBeats() {
        when(auditor.run()).thenReturn(List.of());

        audits.run();

        assertThat(beats).hasValue(1);
        assertThat(audits.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aFindingIsCountedAndKeepsTheHeartbeatAwayUntilItIsGone() {
        Finding finding = new Finding(Fault.NOBODY_ACTS, mock(Partnership.class), "case-1");
        when(auditor.run()).thenReturn(List.of(finding)).thenReturn(List.of());

        audits.run();

        assertThat(beats).hasValue(0);
        assertThat(audits.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(found("nobody_acts")).isOne();
        assertThat(found("timer_lost")).isZero();

        audits.run();

        assertThat(beats).hasValue(1);
        assertThat(audits.health().getStatus()).isEqualTo(Status.UP);
        assertThat(found("nobody_acts")).isZero();
    }

    @Test
    void anAuditorThatDoesNotRunShows() {
        clock.set(clock.instant().plus(Duration.ofMinutes(16)));

        assertThat(audits.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(meters.get("secondlook.audit.age.seconds").gauge().value()).isEqualTo(960);
    }

    @Test
    void aWatcherThatCannotBeReachedStopsNothing() {
        when(auditor.run()).thenReturn(List.of());
        watcher.stop(0);

        audits.run();

        assertThat(audits.health().getStatus()).isEqualTo(Status.UP);
    }

    private double found(String fault) {
        return meters.get("secondlook.audit.findings")
                .tag("fault", fault)
                .gauge()
                .value();
    }
}
