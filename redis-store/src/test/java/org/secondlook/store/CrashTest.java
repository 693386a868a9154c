package org.secondlook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.Writing;
import org.secondlook.store.server.TestServer;

/** The server is killed while people write. */
class CrashTest {

    private static final int WRITERS = 4;
    private static final int TURNS = 200;
    private static final int KILLS = 3;

    private final PartnershipId here = new PartnershipId("p-" + UUID.randomUUID());

    @Test
    void everythingThatWasAcknowledgedIsThereOnceAndNothingIsTorn() throws Exception {
        try (TestServer server = TestServer.start()) {
            CaseStore store = new RedisCaseStore(server.redis(), server.keyFile());
            Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
            Semaphore progress = new Semaphore(0);
            ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
            var written = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(w -> writers.submit(() -> write(store, "case-" + w, acknowledged, progress)))
                    .toList();
            for (int i = 0; i < KILLS; i++) {
                progress.acquire(WRITERS * TURNS / (KILLS + 1));
                server.kill();
            }
            for (Future<?> writer : written) {
                writer.get();
            }
            writers.shutdown();

            assertThat(acknowledged).hasSize(WRITERS);
            acknowledged.forEach((theCase, turns) -> assertThat(
                            store.history(here, new CaseId(theCase)).events())
                    .extracting(recorded -> recorded.stamp().turn().value())
                    .containsExactlyElementsOf(IntStream.range(0, turns)
                            .mapToObj(n -> theCase + "." + n)
                            .toList()));
        }
    }

    private void write(CaseStore store, String theCase, Map<String, Integer> acknowledged, Semaphore progress) {
        for (int n = 0; n < TURNS; n++) {
            Committed committed = store.commit(
                    here,
                    Writing.turn(theCase + "." + n).to(new CaseId(theCase), n).commit());
            assertThat(committed).isIn(Committed.STORED, Committed.REPEATED);
            acknowledged.put(theCase, n + 1);
            progress.release();
        }
    }
}
