package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.Recorded;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.Writing;
import org.secondlook.store.server.TestServer;
import redis.clients.jedis.UnifiedJedis;

/** What a case takes of the memory of the server, with everything that is kept beside it. */
class MemoryTest {

    private static final int CASES = 200;
    private static final int EVENTS = 20;
    private static final int EVENTS_A_TURN = 3;

    /** Letters in each answer that somebody wrote. */
    private static final int WORDS = 200;

    private final PartnershipId here = new PartnershipId("northshire");

    @Test
    void isAtMost14KilobytesACaseOfTwentyEvents() {
        try (TestServer server = TestServer.start()) {
            CaseStore store = new RedisCaseStore(server.redis(), server.keyFile());
            store(store, "warm up");
            long before = used(server.redis());
            for (int n = 0; n < CASES; n++) {
                store(store, "case " + n);
            }

            assertThat((used(server.redis()) - before) / CASES).isLessThanOrEqualTo(14_000);
        }
    }

    private void store(CaseStore store, String name) {
        CaseId theCase = new CaseId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString());
        List<Recorded> events = SampleCase.withLongWords(WORDS).events().subList(0, EVENTS);
        for (int version = 0; version < EVENTS; version += EVENTS_A_TURN) {
            CaseEvent[] those = events.subList(version, Math.min(version + EVENTS_A_TURN, EVENTS)).stream()
                    .map(Recorded::event)
                    .toArray(CaseEvent[]::new);
            Committed committed = store.commit(
                    here,
                    Writing.turn("slack." + UUID.randomUUID())
                            .to(theCase, version)
                            .events(those)
                            .listedFor(new PersonId("asha-patel"))
                            .listedFor(
                                    new PostId("hv-team-lead"),
                                    new PostId("named-nurse"),
                                    new PostId("team-manager"),
                                    new PostId("service-manager"),
                                    new PostId("head-of-service"))
                            .due(SampleCase.START)
                            .commit());
            assertThat(committed).isEqualTo(Committed.STORED);
        }
    }

    private static long used(UnifiedJedis redis) {
        return redis.info("memory")
                .lines()
                .filter(line -> line.startsWith("used_memory:"))
                .mapToLong(line -> Long.parseLong(line.substring("used_memory:".length())))
                .sum();
    }
}
