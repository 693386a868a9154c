package org.secondlook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.outbox.Flow;
import org.secondlook.core.outbox.Pacing;
import org.secondlook.store.server.TestServer;

class RedisPacingTest {

    private final PartnershipId here = new PartnershipId(UUID.randomUUID().toString());
    private final Pacing pacing =
            new RedisPacing(new PatientRedis(TestServer.shared().redis()));

    @Test
    void soManyMayGoAtOnceAndThenOneAtATime() {
        Flow flow = new Flow("slack/T1", 3, Duration.ofHours(1));

        assertThat(Stream.generate(() -> ask(flow)).limit(3)).containsOnly(Duration.ZERO);
        assertThat(ask(flow)).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
    }

    @Test
    void oneFullFlowHoldsUpNothingElse() {
        Flow conversation = new Flow("slack/T1/U1", 1, Duration.ofHours(1));

        assertThat(ask(conversation)).isZero();
        assertThat(ask(conversation)).isPositive();
        assertThat(ask(new Flow("slack/T1/U2", 1, Duration.ofHours(1)))).isZero();
    }

    @Test
    void whatMustWaitIsNotCounted() {
        Flow workspace = new Flow("slack/T1", 3, Duration.ofHours(1));
        Flow conversation = new Flow("slack/T1/U1", 1, Duration.ofHours(1));

        assertThat(ask(workspace, conversation)).isZero();
        assertThat(ask(workspace, conversation)).isPositive();

        assertThat(Stream.generate(() -> ask(workspace)).limit(2)).containsOnly(Duration.ZERO);
        assertThat(ask(workspace)).isPositive();
    }

    private Duration ask(Flow... flows) {
        return pacing.ask(here, List.of(flows));
    }
}
