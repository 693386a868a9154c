package org.secondlook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.Commit.CaseWrite;
import org.secondlook.core.turn.Writing;
import org.secondlook.store.server.TestServer;
import redis.clients.jedis.UnifiedJedis;

class IndexesTest {

    private static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");
    private static final PersonId ASHA = new PersonId("asha-patel");
    private static final PostId MANAGER = new PostId("team-manager");
    private static final CaseId CASE = new CaseId("case-1");
    private static final CaseWrite ITS = new CaseWrite(
            CASE,
            1,
            List.of(),
            Set.of(MANAGER),
            Set.of(ASHA),
            Optional.of(new ProtocolId("bradford", 1)),
            Optional.of(TEN));

    private final TestServer server = TestServer.shared();
    private final UnifiedJedis redis = server.redis();
    private final PartnershipId here = new PartnershipId("p-" + UUID.randomUUID());
    private final RedisCaseStore store = new RedisCaseStore(redis, server.keyFile());

    @BeforeEach
    void storeACase() {
        assertThat(store.commit(
                        here,
                        Writing.turn("t-1")
                                .to(CASE, 0)
                                .listedFor(ASHA)
                                .listedFor(MANAGER)
                                .due(TEN)
                                .commit()))
                .isEqualTo(Committed.STORED);
    }

    private Indexes indexes() {
        return new Indexes(here, new PatientRedis(redis));
    }

    private String key(String name) {
        return "{" + here + "}:" + name;
    }

    private void isAsItWas() {
        assertThat(store.listed(here, ASHA, Set.of())).hasSize(1);
        assertThat(store.listed(here, new PersonId("nobody"), Set.of(MANAGER))).hasSize(1);
        assertThat(redis.smembers(key("case:case-1:lists")))
                .containsExactlyInAnyOrder(key("post:team-manager:cases"), key("person:asha-patel:cases"));
        assertThat(store.open(here)).containsOnlyKeys(CASE);
        assertThat(store.nextDue(here)).contains(TEN);
    }

    @Test
    void areBuiltAnewWhereTheyAreLost() {
        redis.del(
                key("post:team-manager:cases"),
                key("person:asha-patel:cases"),
                key("case:case-1:lists"),
                key("open"),
                key("due"));

        assertThat(indexes().cases()).containsExactly(CASE);
        assertThat(indexes().put(ITS)).isTrue();

        isAsItWas();
    }

    @Test
    void loseWhatDoesNotBelongThere() {
        redis.sadd(key("post:head:cases"), CASE.value(), "stray");
        redis.hset(key("open"), "stray", "bradford@1");
        redis.zadd(key("due"), 1, "stray");

        assertThat(indexes().put(ITS)).isTrue();
        indexes().removeStrays();

        isAsItWas();
        assertThat(redis.exists(key("post:head:cases"))).isFalse();
        assertThat(redis.zcard(key("due"))).isEqualTo(1);
    }

    @Test
    void areLeftAloneWhereTheCaseWentOn() {
        assertThat(store.commit(here, Writing.turn("t-2").to(CASE, 1).closed().commit()))
                .isEqualTo(Committed.STORED);

        assertThat(indexes().put(ITS)).isFalse();

        assertThat(store.open(here)).isEmpty();
    }

    @Test
    void countOnFromTheLastReference() {
        indexes().numberAtLeast(2026, 143);
        indexes().numberAtLeast(2026, 12);

        assertThat(store.nextNumber(here, 2026)).isEqualTo(144);
    }
}
