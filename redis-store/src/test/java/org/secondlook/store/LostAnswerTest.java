package org.secondlook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.Writing;
import org.secondlook.store.server.RedisAddress;
import org.secondlook.store.server.TestServer;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.executors.CommandExecutor;
import redis.clients.jedis.executors.DefaultCommandExecutor;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.util.JedisURIHelper;

/** A connection that breaks before the question arrives, or after it was answered. */
class LostAnswerTest {

    private static final CaseId CASE = new CaseId("case-1");

    private final TestServer server = TestServer.shared();
    private final PartnershipId here = new PartnershipId("p-" + UUID.randomUUID());
    private final AtomicInteger lostQuestions = new AtomicInteger();
    private final AtomicInteger lostAnswers = new AtomicInteger();
    private final UnifiedJedis redis = breaking(server.address().uri());
    private final CaseStore store = new RedisCaseStore(redis, server.keyFile());

    @AfterEach
    void close() {
        redis.close();
    }

    private UnifiedJedis breaking(URI uri) {
        PooledConnectionProvider provider = new PooledConnectionProvider(
                JedisURIHelper.getHostAndPort(uri),
                DefaultJedisClientConfig.builder()
                        .password(JedisURIHelper.getPassword(uri))
                        .build());
        return RedisClient.builder()
                .connectionProvider(provider)
                .commandExecutor(new BreakingExecutor(new DefaultCommandExecutor(provider)))
                .build();
    }

    private final class BreakingExecutor implements CommandExecutor {

        private final DefaultCommandExecutor executor;

        BreakingExecutor(DefaultCommandExecutor executor) {
            this.executor = executor;
        }

        @Override
        public <T> T executeCommand(CommandObject<T> command) {
            if (lostQuestions.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw new JedisConnectionException("The question was lost");
            }
            T answer = executor.executeCommand(command);
            if (lostAnswers.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw new JedisConnectionException("The answer was lost");
            }
            return answer;
        }

        @Override
        public void close() {
            executor.close();
        }
    }

    private Committed commit(Writing writing) {
        return store.commit(here, writing.commit());
    }

    @Test
    void aTurnWhoseQuestionIsLostIsStored() {
        lostQuestions.set(2);

        assertThat(commit(Writing.turn("t-1").to(CASE, 0))).isEqualTo(Committed.STORED);
        assertThat(store.history(here, CASE).version()).isEqualTo(1);
    }

    @Test
    void aTurnWhoseAnswerIsLostIsStoredOnceAndKnown() {
        lostAnswers.set(2);

        assertThat(commit(Writing.turn("t-1").to(CASE, 0))).isEqualTo(Committed.REPEATED);
        assertThat(store.history(here, CASE).version()).isEqualTo(1);
    }

    @Test
    void everythingElseIsAskedAgainToo() {
        assertThat(commit(Writing.turn("t-1").to(CASE, 0).due(Instant.EPOCH))).isEqualTo(Committed.STORED);

        lostAnswers.set(1);
        assertThat(store.history(here, CASE).version()).isEqualTo(1);
        lostAnswers.set(1);
        assertThat(store.nextDue(here)).contains(Instant.EPOCH);
        lostAnswers.set(1);
        assertThat(store.nextNumber(here, 2026)).isEqualTo(2);
        lostAnswers.set(1);
        assertThat(store.claimCases(here, Instant.EPOCH, 1)).isEmpty();
    }

    @Test
    void nothingIsSaidToBeStoredWhenNobodyKnows() {
        UnifiedJedis nowhere = new RedisAddress(URI.create("redis://127.0.0.1:1")).connect();
        PatientRedis impatient = new PatientRedis(nowhere, Duration.ZERO);

        assertThatThrownBy(() -> new CommitSteps(here, impatient, server.keyFile())
                        .commit(Writing.turn("t-1").to(CASE, 0).commit()))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void onlyAnErrorThatPassesIsWaitedFor() {
        AtomicInteger asked = new AtomicInteger();
        PatientRedis patient = new PatientRedis(redis);

        assertThat(patient.<String>ask(r -> {
                    if (asked.incrementAndGet() < 3) {
                        throw new JedisDataException("LOADING Redis is loading the dataset in memory");
                    }
                    return "done";
                }))
                .isEqualTo("done");
        assertThatThrownBy(() -> patient.ask(r -> {
                    throw new JedisDataException("OOM command not allowed when used memory > 'maxmemory'.");
                }))
                .isInstanceOf(JedisDataException.class);
    }
}
