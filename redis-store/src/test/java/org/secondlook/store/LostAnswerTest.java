package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.outbox.Attempt;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.Commit;
import org.secondlook.core.turn.Lease;
import org.secondlook.core.turn.Writing;
import org.secondlook.store.server.BreakingLine;
import org.secondlook.store.server.RedisAddress;
import org.secondlook.store.server.RedisLink;
import org.secondlook.store.server.TestServer;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.args.Rawable;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.executors.CommandExecutor;
import redis.clients.jedis.executors.DefaultCommandExecutor;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.util.JedisURIHelper;

/** A connection that is cut before the question arrives, or after what it asks was done and before that is answered. */
class LostAnswerTest {

    private static final CaseId CASE = new CaseId("case-1");
    private static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");
    private static final String COMMIT = Script.of("commit.lua").digestText();
    private static final String CLAIM = Script.of("claim.lua").digestText();
    private static final String NUMBER = Script.of("number.lua").digestText();

    private final TestServer server = TestServer.shared();
    private final PartnershipId here = new PartnershipId("p-" + UUID.randomUUID());
    private final BreakingLine line = new BreakingLine(server.address());
    private final RedisLink link = line.address().link();
    private final CaseStore store = new RedisCaseStore(PatientRedis.over(link, 0), server.keyFile());

    @AfterEach
    void close() {
        link.close();
        line.close();
    }

    private Committed commit(Writing writing) {
        return store.commit(here, writing.commit());
    }

    private void given(Writing writing) {
        // Asked once without loss, so that the server knows the scripts and what is lost is the script itself.
        assertThat(commit(writing)).isEqualTo(Committed.STORED);
    }

    private static OutboxMessage message(String id) {
        return new OutboxMessage(
                new OutboxId(id),
                new Telling.To.ThePerson(new PersonId("tom-reed")),
                "M-1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TEN,
                Attempt.first(TEN));
    }

    private static OutboxMessage again(OutboxMessage message) {
        return message.with(message.next().again(TEN.plusSeconds(60)));
    }

    private Lease claimedMessage() {
        given(Writing.turn("t-0").sends(message("m-1")));
        return store.claimMessages(here, TEN, 1).get(0);
    }

    private void assertLost() {
        assertThat(line.left()).as("answers that were to be lost and were not").isZero();
    }

    @Test
    void aTurnWhoseQuestionIsLostIsStored() {
        given(Writing.turn("t-0"));
        line.loseQuestions(2, COMMIT);

        assertThat(commit(Writing.turn("t-1").to(CASE, 0))).isEqualTo(Committed.STORED);
        assertThat(store.history(here, CASE).version()).isEqualTo(1);
        assertLost();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aTurnWhoseAnswerIsLostIsStoredOnceAndSaidToBe(int times) {
        given(Writing.turn("t-0"));
        line.loseAnswers(times, COMMIT);

        assertThat(commit(Writing.turn("t-1").to(CASE, 0).sends(message("m-1"))))
                .isEqualTo(Committed.STORED);
        assertThat(store.history(here, CASE).version()).isEqualTo(1);
        assertThat(store.claimMessages(here, TEN, 10)).hasSize(1);
        assertLost();
    }

    @Test
    void aTurnThatIsDeliveredAgainIsStillToldFromOneWhoseAnswerWasLost() {
        Commit commit = Writing.turn("t-1").to(CASE, 0).commit();
        given(Writing.turn("t-0"));
        line.loseAnswers(1, COMMIT);
        assertThat(store.commit(here, commit)).isEqualTo(Committed.STORED);

        line.loseAnswers(1, COMMIT);
        assertThat(store.commit(here, commit)).isEqualTo(Committed.REPEATED);
        assertLost();
    }

    @Test
    void aTurnThatIsRefusedIsRefusedThoughTheAnswerIsLost() {
        given(Writing.turn("t-0").to(CASE, 0).due(TEN));
        Lease lease = store.claimCases(here, TEN, 1).get(0);
        given(Writing.turn("t-1").to(CASE, 1));

        line.loseAnswers(1, COMMIT);
        assertThat(commit(Writing.turn("t-2").to(CASE, 1))).isEqualTo(Committed.CONFLICT);
        line.loseAnswers(1, COMMIT);
        assertThat(commit(Writing.turn("t-3").to(CASE, 2).under(lease))).isEqualTo(Committed.LEASE_LOST);
        assertThat(store.history(here, CASE).version()).isEqualTo(2);
        assertLost();
    }

    @Test
    void aTurnOfTheClockWhoseAnswerIsLostIsStoredUnderItsClaim() {
        given(Writing.turn("t-0").to(CASE, 0).due(TEN));
        Lease lease = store.claimCases(here, TEN, 1).get(0);
        line.loseAnswers(1, COMMIT);

        assertThat(commit(
                        Writing.turn("t-1").to(CASE, 1).due(TEN.plusSeconds(60)).under(lease)))
                .isEqualTo(Committed.STORED);
        assertThat(store.history(here, CASE).version()).isEqualTo(2);
        assertThat(store.nextDue(here)).contains(TEN.plusSeconds(60));
        assertLost();
    }

    @Test
    void aMessageWhoseCompletionIsNotAnsweredIsCompleted() {
        Lease lease = claimedMessage();
        line.loseAnswers(2, COMMIT);

        assertThat(store.complete(here, lease)).isTrue();
        assertThat(store.message(here, new OutboxId("m-1"))).isEmpty();
        assertThat(store.complete(here, lease)).isFalse();
        assertLost();
    }

    @Test
    void aMessageWhoseRetryIsNotAnsweredIsTriedAgainOnce() {
        Lease lease = claimedMessage();
        OutboxMessage later = again(message("m-1"));
        line.loseAnswers(2, COMMIT);

        assertThat(store.retry(here, lease, later)).isTrue();
        assertThat(store.message(here, later.id())).contains(later);
        assertThat(store.complete(here, lease)).isFalse();
        assertThat(store.claimMessages(here, TEN.plusSeconds(60), 10)).hasSize(1);
        assertLost();
    }

    @Test
    void aCaseWhoseReleaseIsNotAnsweredIsReleasedOnceAndNotTakenFromTheNext() {
        given(Writing.turn("t-0").to(CASE, 0).due(TEN));
        Lease lease = store.claimCases(here, TEN, 1).get(0);
        line.loseAnswers(2, COMMIT);

        store.release(here, lease, Optional.of(TEN.plusSeconds(60)));
        assertThat(store.nextDue(here)).contains(TEN.plusSeconds(60));
        Lease next = store.claimCases(here, TEN.plusSeconds(60), 1).get(0);
        store.release(here, lease, Optional.of(TEN));
        assertThat(store.nextDue(here)).isEmpty();
        assertThat(commit(Writing.turn("t-1").to(CASE, 1).under(next))).isEqualTo(Committed.STORED);
        assertLost();
    }

    @Test
    void whatIsClaimedWithoutAnAnswerWaitsNoLongerThanTheLease() {
        Duration lease = Duration.ofMillis(300);
        CaseStore impatient = new RedisCaseStore(link.client(), server.keyFile(), lease);
        given(Writing.turn("t-0").sends(message("m-1")));
        assertThat(impatient.claimMessages(here, TEN.minusSeconds(1), 1)).isEmpty();
        line.loseAnswers(1, CLAIM);
        long since = System.nanoTime();

        assertThat(impatient.claimMessages(here, TEN, 1)).isEmpty();
        assertLost();
        List<Lease> claims = List.of();
        while (claims.isEmpty() && System.nanoTime() - since < TimeUnit.SECONDS.toNanos(10)) {
            claims = impatient.claimMessages(here, TEN, 1);
        }

        assertThat(claims).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isGreaterThan(lease.dividedBy(2));
        assertThat(store.complete(here, claims.get(0))).isTrue();
    }

    @Test
    void aNumberThatIsNotAnsweredIsGivenToNobody() {
        assertThat(store.nextNumber(here, 2026)).isEqualTo(1);
        line.loseAnswers(1, NUMBER);

        assertThat(store.nextNumber(here, 2026)).isEqualTo(3);
        assertThat(store.nextNumber(here, 2026)).isEqualTo(4);
        assertLost();
    }

    @Test
    void whateverIsReadIsAskedAgainToo() {
        given(Writing.turn("t-1").to(CASE, 0).due(TEN).listedFor(new PersonId("tom-reed")));

        line.loseAnswers(1, here + "}:case");
        assertThat(store.history(here, CASE).version()).isEqualTo(1);
        line.loseAnswers(1, here + "}:due");
        assertThat(store.nextDue(here)).contains(TEN);
        line.loseAnswers(2, here + "}:");
        assertThat(store.listed(here, new PersonId("tom-reed"), Set.of())).hasSize(1);
        assertLost();
    }

    @Test
    void connectionsThatBrokeWhileTheyWaitedAreReplaced() throws Exception {
        int many = 32;
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try (TestServer own = TestServer.start();
                RedisLink toIt = own.address().link()) {
            PatientRedis patient = PatientRedis.over(toIt, 0);
            holdAtOnce(toIt, many);
            own.kill();

            Callable<String> question = () -> patient.ask(UnifiedJedis::ping);
            for (Future<String> answer : threads.invokeAll(Collections.nCopies(many, question))) {
                assertThat(answer.get()).isEqualTo("PONG");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Leaves as many connections waiting in the pool. */
    private static boolean holdAtOnce(RedisLink link, int many) {
        return many == 0 || link.onOneConnection("any", connection -> connection.ping() && holdAtOnce(link, many - 1));
    }

    @Test
    void aCaseThatEndsOtherwiseOnAServerThatTookOverTakesNothing() {
        given(Writing.turn("t-0").to(CASE, 0));
        byte[] events = new Keys(here).events(CASE).getBytes(UTF_8);
        UnifiedJedis takenOver =
                beforeEachCommit(() -> server.redis().lset(events, 0, "another event".getBytes(UTF_8)));

        try (takenOver) {
            CaseStore there = new RedisCaseStore(takenOver, server.keyFile());
            assertThat(there.commit(here, Writing.turn("t-1").to(CASE, 1).commit()))
                    .isEqualTo(Committed.CONFLICT);
        }
        assertThat(server.redis().llen(events)).isEqualTo(1);
    }

    /** A client that lets something happen on the server between what a commit reads and what it writes. */
    private UnifiedJedis beforeEachCommit(Runnable happening) {
        PooledConnectionProvider provider = new PooledConnectionProvider(
                JedisURIHelper.getHostAndPort(server.address().uri()),
                DefaultJedisClientConfig.builder()
                        .password(JedisURIHelper.getPassword(server.address().uri()))
                        .build());
        return RedisClient.builder()
                .connectionProvider(provider)
                .commandExecutor(new Before(COMMIT, happening, new DefaultCommandExecutor(provider)))
                .build();
    }

    /** Lets something happen before each command in which a text stands. */
    private record Before(String text, Runnable happening, DefaultCommandExecutor executor) implements CommandExecutor {

        @Override
        public <T> T executeCommand(CommandObject<T> command) {
            for (Rawable argument : command.getArguments()) {
                if (text.equals(new String(argument.getRaw(), UTF_8))) {
                    happening.run();
                }
            }
            return executor.executeCommand(command);
        }

        @Override
        public void close() {
            executor.close();
        }
    }

    @Test
    void nothingIsSaidToBeStoredWhenNobodyKnows() {
        UnifiedJedis nowhere = new RedisAddress(URI.create("redis://127.0.0.1:1")).connect();
        PatientRedis impatient = new PatientRedis(nowhere, Duration.ZERO);

        assertThatThrownBy(() -> new CommitSteps(here, impatient, server.keyFile(), AlreadyRead.none())
                        .commit(Writing.turn("t-1").to(CASE, 0).commit()))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOADING Redis is loading the dataset in memory",
                "READONLY You can't write against a read only replica.",
                "ERR Error running script (call to f_0c2): @user_script:49: -READONLY You can't write against a read only replica.",
                "MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
                "CLUSTERDOWN The cluster is down",
                "NOREPLICAS Not enough good replicas to write. script: 0c2, on @user_script:49.",
                "MOVED 3999 127.0.0.1:6381",
                "UNBLOCKED force unblock from blocking operation, instance state changed (master -> replica?)"
            })
    void anErrorThatPassesIsWaitedFor(String error) {
        AtomicInteger asked = new AtomicInteger();

        assertThat(new PatientRedis(server.redis()).<String>ask(r -> {
                    if (asked.incrementAndGet() < 3) {
                        throw new JedisDataException(error);
                    }
                    return "done";
                }))
                .isEqualTo("done");
    }

    @Test
    void aConnectionThatCannotBeHadIsWaitedFor() {
        AtomicInteger asked = new AtomicInteger();

        assertThat(new PatientRedis(server.redis()).<String>ask(r -> {
                    if (asked.incrementAndGet() < 3) {
                        throw new JedisException("Could not get a resource from the pool");
                    }
                    return "done";
                }))
                .isEqualTo("done");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OOM command not allowed when used memory > 'maxmemory'.",
                "WRONGTYPE HSET on x, which is a list",
                "ERR unknown command 'MOVED'"
            })
    void anyOtherErrorIsNot(String error) {
        AtomicInteger asked = new AtomicInteger();

        assertThatThrownBy(() -> new PatientRedis(server.redis()).ask(r -> {
                    asked.incrementAndGet();
                    throw new JedisDataException(error);
                }))
                .isInstanceOf(JedisDataException.class);
        assertThat(asked).hasValue(1);
    }
}
