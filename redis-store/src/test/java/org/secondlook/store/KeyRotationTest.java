package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Conversation;
import org.secondlook.core.conversation.ConversationId;
import org.secondlook.core.conversation.Plan;
import org.secondlook.core.conversation.Position;
import org.secondlook.core.conversation.Task;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.CaseStore.Loaded;
import org.secondlook.core.turn.Writing;
import org.secondlook.store.server.TestServer;
import redis.clients.jedis.UnifiedJedis;

class KeyRotationTest {

    private static final PersonId ASHA = new PersonId("asha-patel");
    private static final CaseId CASE = new CaseId("case-1");

    @TempDir
    private Path folder;

    private final UnifiedJedis redis = TestServer.shared().redis();
    private final PartnershipId here = new PartnershipId("p-" + UUID.randomUUID());
    private Path file;
    private RedisCaseStore running;
    private KeyFile operators;

    @BeforeEach
    void storeEverything() {
        file = folder.resolve("keys.json");
        running = new RedisCaseStore(redis, KeyFile.openOrCreate(file));
        operators = KeyFile.open(file);
        assertThat(commit(Writing.turn("t-1").to(CASE, 0).conversation(conversation("c-1"), 0, Plan.Fate.SENT)))
                .isEqualTo(Committed.STORED);
        assertThat(commit(Writing.turn("t-2").conversation(conversation("c-2"), 0, Plan.Fate.KEPT)))
                .isEqualTo(Committed.STORED);
    }

    private Committed commit(Writing writing) {
        return running.commit(here, writing.commit());
    }

    private static Conversation conversation(String id) {
        return new Conversation(
                new ConversationId(id),
                ASHA,
                Task.raise(),
                Position.at("P-6"),
                Map.of("P-6", List.of("Weight has fallen.")),
                false,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private KeyRotation rotation() {
        return new KeyRotation(new PatientRedis(redis), operators);
    }

    private void everythingIsRead(RedisCaseStore store) {
        Loaded inCase = store.load(here, new TurnId("t-1"), Optional.of(CASE), ASHA);
        assertThat(inCase.earlier()).isPresent();
        assertThat(inCase.history().orElseThrow().version()).isEqualTo(1);
        Loaded outside = store.load(here, new TurnId("t-2"), Optional.empty(), ASHA);
        assertThat(outside.earlier()).isPresent();
        assertThat(outside.drafts()).hasSize(1);
        assertThat(outside.sent()).hasSize(1);
    }

    @Test
    void sealsEverythingAgainWhileTheApplicationRuns() {
        String button = KeyFile.open(file).buttons().seal("northshire|send");
        operators.addKey();
        assertThat(rotation().needOldKeys(here)).isEqualTo(4);

        assertThat(rotation().renew(here)).isEqualTo(4);

        assertThat(rotation().needOldKeys(here)).isZero();
        everythingIsRead(running);
        assertThat(KeyFile.open(file).buttons().open(button)).contains("northshire|send");
        assertThat(redis.pttl("{" + here + "}:person:asha-patel:sent")).isPositive();
        assertThat(redis.pttl("{" + here + "}:turn:t-2")).isPositive();
    }

    @Test
    void changesNothingTheSecondTime() {
        operators.addKey();
        rotation().renew(here);
        Map<String, String> keys = redis.hgetAll("{" + here + "}:keys");

        assertThat(rotation().renew(here)).isZero();
        assertThat(redis.hgetAll("{" + here + "}:keys")).isEqualTo(keys);
    }

    @Test
    void canBeDoneWithoutTheOldKeyAfterwardsAndNotBefore() {
        operators.addKey();
        String old = redis.hget("{" + here + "}:keys", CASE.value());
        rotation().renew(here);
        operators.removeOldKeys();

        RedisCaseStore without = new RedisCaseStore(redis, KeyFile.open(file));
        everythingIsRead(without);
        redis.hset("{" + here + "}:keys", CASE.value(), old);
        assertThatThrownBy(() -> without.history(here, CASE)).isInstanceOf(UnreadableDataException.class);
    }

    @Test
    void seesWhatAnApplicationSealedThatDidNotKnowTheNewKey() {
        operators.addKey();
        rotation().renew(here);

        assertThat(commit(Writing.turn("t-3").to(new CaseId("case-2"), 0))).isEqualTo(Committed.STORED);

        assertThat(rotation().needOldKeys(here)).isEqualTo(1);
        assertThat(rotation().renew(here)).isEqualTo(1);
        assertThat(running.history(here, new CaseId("case-2")).version()).isEqualTo(1);
    }

    @Test
    void leavesAloneWhatChangesMeanwhile() {
        operators.addKey();
        IntStream.range(0, 40).parallel().forEach(i -> {
            if (i % 2 == 0) {
                rotation().renew(here);
            } else {
                commit(Writing.turn("d-" + i).conversation(conversation("c-" + i), 0, Plan.Fate.KEPT));
                commit(Writing.turn("e-" + i).conversation(conversation("c-" + i), 1, Plan.Fate.KEPT));
            }
        });
        rotation().renew(here);

        assertThat(running.load(here, new TurnId("t-9"), Optional.empty(), ASHA).drafts())
                .hasSize(21)
                .filteredOn(draft -> draft.version() == 2)
                .hasSize(20);
        assertThat(rotation().needOldKeys(here)).isZero();
    }

    @Test
    void isTakenUpByManyThatMeetItAtOnce() {
        operators.addKey();
        rotation().renew(here);

        IntStream.range(0, 32).parallel().forEach(i -> everythingIsRead(running));
    }

    @Test
    void isTakenUpByAnApplicationThatLooksAtItsFile() {
        KeyFile theirs = KeyFile.open(file);
        assertThat(theirs.reload()).isFalse();

        operators.addKey();

        assertThat(theirs.reload()).isTrue();
        assertThat(theirs.newest()).isEqualTo(operators.newest());
        assertThat(operators.isNewest(theirs.seals().seal("plain".getBytes(UTF_8), "here")))
                .isTrue();
    }
}
