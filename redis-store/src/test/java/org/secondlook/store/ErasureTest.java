package org.secondlook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.Recorded;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Conversation;
import org.secondlook.core.conversation.ConversationId;
import org.secondlook.core.conversation.Plan;
import org.secondlook.core.conversation.Position;
import org.secondlook.core.conversation.Task;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.outbox.Attempt;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.CaseStore.Loaded;
import org.secondlook.core.turn.Writing;
import org.secondlook.store.server.TestServer;
import redis.clients.jedis.UnifiedJedis;

class ErasureTest {

    private static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");
    private static final PersonId ASHA = new PersonId("asha-patel");
    private static final CaseId CASE = SampleCase.ID;
    private static final CaseId OTHER = new CaseId("another");
    private static final int LENGTH = SampleCase.history().version();

    private final TestServer server = TestServer.shared();
    private final UnifiedJedis redis = server.redis();
    private final PartnershipId here = new PartnershipId("p-" + UUID.randomUUID());
    private final RedisCaseStore store = new RedisCaseStore(redis, server.keyFile());
    private final Histories histories = new Histories(new PatientRedis(redis), server.keyFile());
    private final Erasure erasure = new Erasure(here, new PatientRedis(redis), server.keyFile());

    @BeforeEach
    void storeEverything() {
        CaseEvent[] events =
                SampleCase.history().events().stream().map(Recorded::event).toArray(CaseEvent[]::new);
        given(Writing.turn("t-1")
                .to(CASE, 0)
                .events(events)
                .listedFor(ASHA)
                .listedFor(new PostId("team-manager"))
                .due(TEN)
                .conversation(about("c-1", Optional.of(CASE)), 0, Plan.Fate.KEPT)
                .sends(message("m-1", CASE)));
        given(Writing.turn("t-2")
                .to(OTHER, 0)
                .listedFor(ASHA)
                .due(TEN)
                .conversation(about("c-2", Optional.of(OTHER)), 0, Plan.Fate.KEPT)
                .sends(message("m-2", OTHER)));
        given(Writing.turn("t-3").conversation(about("c-3", Optional.of(CASE)), 0, Plan.Fate.SENT));
        given(Writing.turn("t-4").conversation(about("c-4", Optional.empty()), 0, Plan.Fate.KEPT));
    }

    private void given(Writing writing) {
        assertThat(store.commit(here, writing.commit())).isEqualTo(Committed.STORED);
    }

    private static Conversation about(String id, Optional<CaseId> theCase) {
        return new Conversation(
                new ConversationId(id),
                ASHA,
                new Task("respond", theCase, Optional.empty()),
                Position.at("P-6"),
                Map.of("P-6", List.of("Weight has fallen.")),
                false,
                TEN,
                TEN);
    }

    private static OutboxMessage message(String id, CaseId theCase) {
        return new OutboxMessage(
                new OutboxId(id),
                new Telling.To.ThePost(new PostId("team-manager")),
                "M-1",
                Optional.of(theCase),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TEN,
                Attempt.first(TEN));
    }

    private String key(String name) {
        return "{" + here + "}:" + name;
    }

    @Test
    void leavesOnlyThatThereWasACaseAndWhenItWasErased() {
        assertThat(erasure.erase(CASE, LENGTH, TEN)).isTrue();

        assertThat(redis.hgetAll(key("erased"))).isEqualTo(Map.of(CASE.value(), TEN.toString()));
        for (String name : redis.keys("*" + here + "*")) {
            if (!name.equals(key("erased"))) {
                assertThat(name).doesNotContain(CASE.value());
                assertThat(new String(redis.dump(name), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(name)
                        .doesNotContain(CASE.value());
            }
        }
        assertThat(redis.hgetAll(key("outbox:messages"))).containsOnlyKeys("m-2");
        assertThat(redis.hgetAll(key("person:asha-patel:drafts"))).containsOnlyKeys("c-2", "c-4");
        assertThat(redis.exists(key("person:asha-patel:sent"), key("turn:t-1"))).isZero();
    }

    @Test
    void leavesNothingToThoseWhoRead() {
        erasure.erase(CASE, LENGTH, TEN);

        assertThat(store.history(here, CASE).version()).isZero();
        Loaded loaded = store.load(here, new TurnId("t-1"), Optional.of(CASE), ASHA);
        assertThat(loaded.earlier()).isEmpty();
        assertThat(loaded.history()).isEmpty();
        assertThat(store.listed(here, ASHA, Set.of(new PostId("team-manager"))))
                .extracting(history -> history.id())
                .containsExactly(OTHER);
        assertThat(store.open(here)).containsOnlyKeys(OTHER);
        assertThat(store.claimCases(here, TEN, 10)).hasSize(1);
        assertThat(store.claimMessages(here, TEN, 10)).hasSize(1);
        assertThat(store.commit(here, Writing.turn("late").to(CASE, LENGTH).commit()))
                .isEqualTo(Committed.CONFLICT);
    }

    @Test
    void isNoFaultInTheHistoriesUnlessTheCaseComesBack() {
        LocalDate today = LocalDate.of(2026, 12, 1);
        histories.store(here, today);
        byte[] log = redis.dump(key("case:" + CASE + ":events"));
        erasure.erase(CASE, LENGTH, TEN);

        assertThat(histories.faults(here)).isEmpty();
        assertThat(histories.lastRootHolds(here)).isTrue();
        assertThat(histories.store(here, today.plusDays(1)).orElseThrow().cases())
                .isEqualTo(2);
        assertThat(redis.hget(key("anchors"), CASE.value())).isEqualTo("erased " + TEN);
        redis.restore(key("case:" + CASE + ":events"), 0, log);
        assertThat(histories.faults(here)).containsExactly(new LogFault(here, CASE, 0, LogFault.Kind.RETURNED));
    }

    @Test
    void doesNothingIfSomethingHappenedInTheCaseSince() {
        assertThat(erasure.erase(CASE, LENGTH - 1, TEN)).isFalse();

        assertThat(store.history(here, CASE).version()).isEqualTo(LENGTH);
        assertThat(redis.exists(key("erased"))).isFalse();
    }

    @Test
    void asksTheServerToWriteItsFileAnew() {
        assertThat(erasure.rewriteFile()).isTrue();
    }
}
