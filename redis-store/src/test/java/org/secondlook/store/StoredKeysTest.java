package org.secondlook.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.CaseId;
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
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.Lease;
import org.secondlook.core.turn.Writing;
import org.secondlook.store.server.TestServer;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;

/** What stands in Redis, beside what the contract of a store can see. */
class StoredKeysTest {

    private static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");
    private static final PersonId ASHA = new PersonId("asha-patel");
    private static final CaseId CASE = SampleCase.ID;

    private final UnifiedJedis redis = TestServer.shared().redis();
    private final PartnershipId here = new PartnershipId("p-" + UUID.randomUUID());
    private final CaseStore store =
            new RedisCaseStore(redis, TestServer.shared().keyFile());

    private Committed commit(Writing writing) {
        return store.commit(here, writing.commit());
    }

    private String key(String name) {
        return "{" + here + "}:" + name;
    }

    private Set<String> keys() {
        return redis.keys("*" + here + "*");
    }

    private static Conversation conversation(String id) {
        return new Conversation(
                new ConversationId(id),
                ASHA,
                Task.raise(),
                Position.at("P-6"),
                Map.of("P-6", List.of("Closed " + SampleCase.CANARY), "P-0", List.of("chosen-" + SampleCase.CANARY)),
                false,
                TEN,
                TEN);
    }

    private static OutboxMessage message(String id) {
        return new OutboxMessage(
                new OutboxId(id),
                new Telling.To.ThePost(new PostId("team-manager")),
                "M-1",
                Optional.of(CASE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TEN,
                Attempt.first(TEN));
    }

    /** One of everything. */
    private void storeEverything() {
        CaseEvent[] events = SampleCase.history().events().stream()
                .map(recorded -> recorded.event())
                .toArray(CaseEvent[]::new);
        assertThat(commit(Writing.turn("t-1")
                        .to(CASE, 0)
                        .events(events)
                        .listedFor(ASHA)
                        .listedFor(new PostId("team-manager"))
                        .due(TEN)
                        .conversation(conversation("c-1"), 0, Plan.Fate.KEPT)
                        .sends(message("m-1"), message("m-2"))))
                .isEqualTo(Committed.STORED);
        assertThat(commit(Writing.turn("t-2").conversation(conversation("c-2"), 0, Plan.Fate.SENT)))
                .isEqualTo(Committed.STORED);
        assertThat(commit(Writing.turn("t-3").to(new CaseId("case-2"), 0).due(TEN)))
                .isEqualTo(Committed.STORED);
        store.claimCases(here, TEN, 1);
        store.claimMessages(here, TEN, 1);
        store.nextNumber(here, 2026);
        store.calendar(here, "a-fingerprint");
        store.alive(here, TEN);
    }

    @Test
    void allCarryTheTagOfTheirPartnership() {
        storeEverything();

        assertThat(keys())
                .containsExactlyInAnyOrder(
                        key("turn:t-1"),
                        key("turn:t-2"),
                        key("turn:t-3"),
                        key("case:" + CASE + ":events"),
                        key("case:" + CASE + ":turns"),
                        key("case:" + CASE + ":lists"),
                        key("case:case-2:events"),
                        key("case:case-2:turns"),
                        key("person:asha-patel:cases"),
                        key("person:asha-patel:drafts"),
                        key("person:asha-patel:sent"),
                        key("post:team-manager:cases"),
                        key("due"),
                        key("due:leased"),
                        key("due:leases"),
                        key("outbox"),
                        key("outbox:leased"),
                        key("outbox:leases"),
                        key("outbox:messages"),
                        key("tokens"),
                        key("keys"),
                        key("heads"),
                        key("calendar"),
                        key("alive"),
                        key("open"),
                        key("number:2026"));
    }

    @Test
    void holdNothingThatAnybodyWrote() {
        storeEverything();

        String everything = keys().stream().map(this::content).collect(Collectors.joining());
        assertThat(everything).contains("case-raised").doesNotContain(SampleCase.CANARY);
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = ("x".repeat(offset) + SampleCase.CANARY).getBytes(UTF_8);
            String inBase64 = Base64.getUrlEncoder().encodeToString(shifted);
            assertThat(everything).doesNotContain(inBase64.substring(4, inBase64.length() - 4));
        }
    }

    private String content(String key) {
        return key
                + switch (redis.type(key)) {
                    case "string" -> redis.get(key);
                    case "list" ->
                        redis.lrange(key.getBytes(UTF_8), 0, -1).stream()
                                .map(StoredKeysTest::unpacked)
                                .collect(Collectors.joining());
                    case "set" -> redis.smembers(key).toString();
                    case "zset" -> redis.zrangeWithScores(key, 0, -1).toString();
                    case "hash" -> redis.hgetAll(key).toString();
                    default -> throw new IllegalStateException("Expected a type that is looked into, but " + key);
                }
                + new String(redis.dump(key), ISO_8859_1);
    }

    @Test
    void keepWhatWasSentForTenMinutesAndTurnsForThirtyDays() {
        storeEverything();

        assertThat(redis.pttl(key("person:asha-patel:sent")))
                .isBetween(
                        Duration.ofMinutes(9).toMillis(), Duration.ofMinutes(10).toMillis());
        assertThat(redis.pttl(key("turn:t-1")))
                .isBetween(Duration.ofDays(29).toMillis(), Duration.ofDays(30).toMillis());
        assertThat(keys().stream().filter(key -> redis.pttl(key) >= 0)).hasSize(4);
    }

    @Test
    void keepTheEndOfAClaimForAMinute() {
        storeEverything();
        Lease claim = store.claimMessages(here, TEN, 1).get(0);
        assertThat(store.complete(here, claim)).isTrue();

        assertThat(redis.pttl(key("ended:" + claim.token())))
                .isBetween(
                        Duration.ofSeconds(50).toMillis(), Duration.ofMinutes(1).toMillis());
    }

    @Test
    void rememberTheTurnsOfACaseWhenTheyAreForgottenElsewhere() {
        storeEverything();
        redis.del(key("turn:t-1"));

        assertThat(store.load(here, new TurnId("t-1"), Optional.of(CASE), ASHA).earlier())
                .isPresent();
        assertThat(commit(Writing.turn("t-1").to(CASE, store.history(here, CASE).version())))
                .isEqualTo(Committed.REPEATED);
    }

    @Test
    void ofAnotherTypeLetNothingBeWritten() {
        for (String key : List.of("due", "outbox:messages", "person:asha-patel:drafts", "case:" + CASE + ":lists")) {
            redis.set(key(key), "in the way");
            assertThatThrownBy(this::storeEverything)
                    .isInstanceOf(JedisDataException.class)
                    .hasMessageContaining("WRONGTYPE");
            assertThat(keys()).containsExactly(key(key));
            redis.del(key(key));
        }
        storeEverything();
    }

    @Test
    void areWrittenThoughTheServerForgotTheScripts() {
        redis.scriptFlush();
        storeEverything();
        redis.scriptFlush();

        assertThat(store.history(here, CASE).version())
                .isEqualTo(SampleCase.history().version());
        assertThat(store.claimCases(here, TEN, 10)).hasSize(1);
    }

    @Test
    void failClosedWhenAWordWasTamperedWith() {
        storeEverything();
        String events = key("case:" + CASE + ":events");
        String first = event(events, 0);
        int sealed = first.indexOf("{\"s\":\"") + 6;
        String other = first.charAt(sealed) == 'A' ? "B" : "A";
        put(events, 0, first.substring(0, sealed) + other + first.substring(sealed + 1));

        assertThatThrownBy(() -> store.history(here, CASE)).isInstanceOf(UnreadableDataException.class);
        assertThatThrownBy(() -> store.load(here, new TurnId("t-9"), Optional.of(CASE), ASHA))
                .isInstanceOf(UnreadableDataException.class);
        assertThatThrownBy(() -> store.listed(here, ASHA, Set.of())).isInstanceOf(UnreadableDataException.class);
    }

    @Test
    void failClosedWhenTheLastEventWasTamperedWithOrIsGone() {
        given(Writing.turn("t-1").to(CASE, 0).listedFor(ASHA));
        given(Writing.turn("t-2").to(CASE, 1).listedFor(ASHA));
        String events = key("case:" + CASE + ":events");
        String last = event(events, 1);
        byte[] stored = redis.lindex(events.getBytes(UTF_8), 1);
        put(events, 1, last.replace("\"phrase\":\"t-2\"", "\"phrase\":\"t-3\""));
        refused();
        redis.rpop(events);
        refused();
        redis.rpush(events.getBytes(UTF_8), stored);
        assertThat(store.history(here, CASE).version()).isEqualTo(2);

        for (String part : List.of("keys", "heads")) {
            String kept = redis.hget(key(part), CASE.value());
            redis.hdel(key(part), CASE.value());
            refused();
            redis.hset(key(part), CASE.value(), kept);
        }
        redis.del(events);
        refused();
    }

    private String event(String log, int index) {
        return unpacked(redis.lindex(log.getBytes(UTF_8), index));
    }

    private static String unpacked(byte[] event) {
        return new String(Packing.unpack(event).orElseThrow(), UTF_8);
    }

    private void put(String log, int index, String event) {
        redis.lset(log.getBytes(UTF_8), index, Packing.pack(event.getBytes(UTF_8)));
    }

    private void refused() {
        assertThatThrownBy(() -> store.history(here, CASE)).isInstanceOf(UnreadableDataException.class);
        assertThatThrownBy(() -> store.load(here, new TurnId("t-9"), Optional.of(CASE), ASHA))
                .isInstanceOf(UnreadableDataException.class);
        assertThatThrownBy(() -> store.listed(here, ASHA, Set.of())).isInstanceOf(UnreadableDataException.class);
    }

    @Test
    void letNothingBeWrittenBehindAnEventThatWasTamperedWith() {
        given(Writing.turn("t-1").to(CASE, 0));
        String events = key("case:" + CASE + ":events");
        put(events, 0, event(events, 0).replace("\"phrase\":\"t-1\"", "\"phrase\":\"t-2\""));

        assertThatThrownBy(() -> commit(Writing.turn("t-2").to(CASE, 1))).isInstanceOf(UnreadableDataException.class);
        assertThat(redis.llen(events)).isEqualTo(1);
    }

    @Test
    void holdEachCaseUnderAKeyOfItsOwn() {
        CaseId other = new CaseId("another");
        given(Writing.turn("t-1").to(CASE, 0).listedFor(ASHA));
        given(Writing.turn("t-2").to(other, 0));
        String keys = key("keys");
        String its = redis.hget(keys, CASE.value());

        redis.hset(keys, CASE.value(), redis.hget(keys, other.value()));
        refused();
        redis.hset(keys, CASE.value(), its);
        assertThat(store.history(here, CASE).version()).isEqualTo(1);
        redis.hdel(keys, CASE.value());
        redis.del(key("turn:t-1"));
        assertThatThrownBy(() -> store.load(here, new TurnId("t-1"), Optional.of(CASE), ASHA))
                .isInstanceOf(UnreadableDataException.class);
        assertThat(store.load(here, new TurnId("t-2"), Optional.empty(), ASHA).earlier())
                .isPresent();
    }

    private void given(Writing writing) {
        assertThat(commit(writing)).isEqualTo(Committed.STORED);
    }

    @Test
    void refuseAPartnershipWhoseNameWouldBreakTheTag() {
        assertThatThrownBy(() -> store.nextDue(new PartnershipId("north}shire")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
