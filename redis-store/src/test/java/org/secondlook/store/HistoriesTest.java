package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.Recorded;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.Writing;
import org.secondlook.store.server.TestServer;
import redis.clients.jedis.UnifiedJedis;

/** Whoever can write to Redis changes what is stored there, in every way, and is found out. */
class HistoriesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final CaseId CASE = SampleCase.ID;
    private static final CaseId OTHER = new CaseId("0193a1b2-7c3d-7e4f-8a5b-9c6d7e8f9a0c");

    private final UnifiedJedis redis = TestServer.shared().redis();
    private final PartnershipId here = new PartnershipId("p-" + UUID.randomUUID());
    private final RedisCaseStore store =
            new RedisCaseStore(redis, TestServer.shared().keyFile());
    private final Histories histories =
            new Histories(new PatientRedis(redis), TestServer.shared().keyFile());
    private final CaseEvent[] sample =
            SampleCase.history().events().stream().map(Recorded::event).toArray(CaseEvent[]::new);

    @BeforeEach
    void storeTwoCases() {
        for (CaseId id : List.of(CASE, OTHER)) {
            assertThat(store.commit(
                            here,
                            Writing.turn("raise " + id).to(id, 0).events(sample).commit()))
                    .isEqualTo(Committed.STORED);
        }
        assertThat(histories.faults(here)).isEmpty();
    }

    private byte[] log(CaseId id) {
        return ("{" + here + "}:case:" + id + ":events").getBytes(UTF_8);
    }

    private String key(String name) {
        return "{" + here + "}:" + name;
    }

    private List<byte[]> events(CaseId id) {
        return redis.lrange(log(id), 0, -1);
    }

    private void put(CaseId id, List<byte[]> events) {
        redis.del(log(id));
        redis.rpush(log(id), events.toArray(byte[][]::new));
    }

    private List<LogFault> faultsWith(CaseId id, List<byte[]> events) {
        List<byte[]> before = events(id);
        put(id, events);
        List<LogFault> faults = histories.faults(here);
        put(id, before);
        return faults;
    }

    private LogFault fault(int event, LogFault.Kind kind) {
        return new LogFault(here, CASE, event, kind);
    }

    private List<byte[]> without(Consumer<List<byte[]>> change) {
        List<byte[]> events = new ArrayList<>(events(CASE));
        change.accept(events);
        return events;
    }

    /** Against the log itself: there are thousands of bytes, and Redis is not asked anew for each. */
    @Test
    void everyFlipOfAByteIsFoundInItsEvent() {
        List<byte[]> events = events(CASE);
        Seals seals =
                new DataKeys(here, TestServer.shared().keyFile()).open(CASE, redis.hget(key("keys"), CASE.value()));
        CaseLog log = new CaseLog(here, CASE, seals, AlreadyRead.none());
        CaseLog.Head head = log.head(redis.hget(key("heads"), CASE.value()));
        for (int number = 1; number <= events.size(); number++) {
            byte[] event = events.get(number - 1);
            for (int at = 0; at < event.length; at += number % 5 == 1 ? 1 : 7) {
                byte[] changed = event.clone();
                changed[at] ^= (byte) (1 << (at % 8));
                List<byte[]> tampered = new ArrayList<>(events);
                tampered.set(number - 1, changed);
                boolean last = number == events.size();
                boolean found =
                        log.changed(tampered, java.util.Optional.of(head)).equals(Collections.singleton(number))
                                || (last && !CaseLog.digest(changed).equals(head.digest()));
                assertThat(found).as("byte %d of event %d", at, number).isTrue();
            }
        }
    }

    @Test
    void aFlippedByteIsFoundInRedisInEachEvent() {
        for (int number = 1; number <= sample.length; number++) {
            byte[] changed = events(CASE).get(number - 1).clone();
            changed[changed.length / 2] ^= 1;
            int at = number - 1;
            assertThat(faultsWith(CASE, without(events -> events.set(at, changed))))
                    .containsExactly(fault(number, LogFault.Kind.CHANGED));
        }
    }

    @Test
    void aFieldThatIsRewrittenIsFoundWhereItWas() {
        for (int number = 1; number <= sample.length; number++) {
            String plain =
                    new String(Packing.unpack(events(CASE).get(number - 1)).orElseThrow(), UTF_8);
            byte[] changed =
                    Packing.pack(plain.replaceFirst("2026-12-01", "2026-12-02").getBytes(UTF_8));
            int at = number - 1;
            assertThat(faultsWith(CASE, without(events -> events.set(at, changed))))
                    .containsExactly(fault(number, LogFault.Kind.CHANGED));
        }
    }

    @Test
    void aDroppedEventIsFound() {
        for (int number = 1; number < sample.length; number++) {
            int at = number - 1;
            assertThat(faultsWith(CASE, without(events -> events.remove(at))))
                    .first()
                    .isEqualTo(fault(number, LogFault.Kind.CHANGED));
        }
    }

    @Test
    void eventsThatChangedPlacesAreFound() {
        for (int number = 1; number < sample.length; number++) {
            int at = number - 1;
            assertThat(faultsWith(CASE, without(events -> Collections.swap(events, at, at + 1))))
                    .first()
                    .isEqualTo(fault(number, LogFault.Kind.CHANGED));
        }
    }

    @Test
    void anEventThatIsPutInIsFound() {
        for (int number = 1; number <= sample.length; number++) {
            int at = number - 1;
            List<LogFault> faults = faultsWith(CASE, without(events -> events.add(at, events.get(0))));
            assertThat(faults).isNotEmpty();
            assertThat(faults.get(0).event()).isBetween(Math.max(1, number - 1), number + 1);
        }
    }

    @Test
    void anEventThatFollowsTheLastOneIsFound() {
        String first = new String(Packing.unpack(events(CASE).get(5)).orElseThrow(), UTF_8);
        String last = CaseLog.digest(events(CASE).get(sample.length - 1));
        byte[] added = Packing.pack(first.replaceFirst("\"prev\":\"[^\"]*\"", "\"prev\":\"" + last + "\"")
                .getBytes(UTF_8));

        assertThat(faultsWith(CASE, without(events -> events.add(added))))
                .containsExactly(fault(sample.length + 1, LogFault.Kind.ADDED));
    }

    @Test
    void aTailThatIsCutOffIsFound() {
        for (int length = 1; length < sample.length; length++) {
            int so = length;
            assertThat(faultsWith(CASE, events(CASE).subList(0, so)))
                    .containsExactly(fault(length + 1, LogFault.Kind.CUT));
        }
    }

    @Test
    void theLogOfAnotherCaseIsFound() {
        assertThat(faultsWith(CASE, events(OTHER))).first().isEqualTo(fault(1, LogFault.Kind.CHANGED));
    }

    @Test
    void aCaseThatIsGoneIsFound() {
        redis.del(log(CASE));
        assertThat(histories.faults(here)).containsExactly(fault(0, LogFault.Kind.GONE));
    }

    /** All that Redis holds of a case, as it was at an earlier time. */
    @Test
    void aCaseThatIsSetBackBehindTheLastRootIsFound() {
        assertThat(store.commit(here, Writing.turn("m-1").to(new CaseId("c"), 0).commit()))
                .isEqualTo(Committed.STORED);
        String earlierHead = redis.hget(key("heads"), "c");
        assertThat(store.commit(here, Writing.turn("m-2").to(new CaseId("c"), 1).commit()))
                .isEqualTo(Committed.STORED);
        assertThat(histories.store(here, TODAY)).isPresent();
        redis.rpop(log(new CaseId("c")));
        redis.hset(key("heads"), "c", earlierHead);

        LogFault cut = new LogFault(here, new CaseId("c"), 2, LogFault.Kind.CUT);
        assertThat(histories.faults(here)).containsExactly(cut);
        assertThat(histories.store(here, TODAY.plusDays(1))).isPresent();
        assertThat(histories.faults(here)).containsExactly(cut);
    }

    @Test
    void aCaseThatIsGoneWithAllThatBelongedToItIsFoundByTheRoot() {
        histories.store(here, TODAY);
        redis.del(log(CASE));
        redis.hdel(key("keys"), CASE.value());
        redis.hdel(key("heads"), CASE.value());

        assertThat(histories.faults(here)).containsExactly(fault(0, LogFault.Kind.GONE));
        assertThat(histories.lastRootHolds(here)).isTrue();
        redis.hdel(key("anchors"), CASE.value());
        assertThat(histories.faults(here)).isEmpty();
        assertThat(histories.lastRootHolds(here)).isFalse();
        assertThat(histories.store(here, TODAY.plusDays(1))).isEmpty();
    }

    @Test
    void thereIsOneRootADayHoweverManyInstancesMakeIt() {
        List<Root> made = IntStream.range(0, 16)
                .parallel()
                .boxed()
                .flatMap(i -> histories.store(here, TODAY).stream())
                .toList();

        assertThat(made).hasSize(1);
        assertThat(histories.roots(here)).isEqualTo(made);
        assertThat(made.get(0).cases()).isEqualTo(2);
        assertThat(histories.store(here, TODAY)).isEmpty();
        assertThat(histories.store(here, TODAY.minusDays(1))).isEmpty();
        Root next = histories.store(here, TODAY.plusDays(1)).orElseThrow();
        assertThat(next.digest()).isNotEqualTo(made.get(0).digest());
        assertThat(histories.lastRootHolds(here)).isTrue();
        assertThat(histories.lastRoot(here)).contains(next);
    }

    @Test
    void whatGoesOnIsNoFault() {
        Map<String, String> anchors = Map.copyOf(redis.hgetAll(key("anchors")));
        histories.store(here, TODAY);
        assertThat(store.commit(
                        here, Writing.turn("more").to(CASE, sample.length).commit()))
                .isEqualTo(Committed.STORED);

        assertThat(anchors).isEmpty();
        assertThat(histories.faults(here)).isEmpty();
        assertThat(histories.lastRootHolds(here)).isTrue();
        assertThat(histories.store(here, TODAY.plusDays(1))).isPresent();
    }
}
