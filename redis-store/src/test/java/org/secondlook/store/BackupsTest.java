package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.Recorded;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Conversation;
import org.secondlook.core.conversation.ConversationId;
import org.secondlook.core.conversation.Plan;
import org.secondlook.core.conversation.Position;
import org.secondlook.core.conversation.Task;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.Writing;
import org.secondlook.store.server.RedisServer;
import org.secondlook.store.server.ServerSettings;
import org.secondlook.store.server.TestServer;
import redis.clients.jedis.UnifiedJedis;

class BackupsTest {

    private static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");
    private static final PersonId ASHA = new PersonId("asha-patel");
    private static final CaseId CASE = SampleCase.ID;
    private static final CaseId LONG = new CaseId("long");
    private static final PartnershipId HERE = new PartnershipId("northshire");

    @TempDir
    private Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private KeyFile keys;
    private Place source;
    private Path file;

    /** A server and what is kept there. */
    private record Place(UnifiedJedis redis, RedisStore store) {}

    @BeforeEach
    void storeEverything() {
        file = folder.resolve("backup");
        keys = KeyFile.openOrCreate(folder.resolve("keys.json"));
        source = place("source");
        CaseEvent[] events =
                SampleCase.history().events().stream().map(Recorded::event).toArray(CaseEvent[]::new);
        given(Writing.turn("t-1").to(CASE, 0).events(events).listedFor(ASHA).due(TEN));
        given(Writing.turn("t-2").to(LONG, 0).due(TEN));
        for (int n = 1; n < 600; n++) {
            given(Writing.turn("more-" + n).to(LONG, n));
        }
        given(Writing.turn("t-3").conversation(draft(), 0, Plan.Fate.KEPT));
        source.store.cases(keys).nextNumber(HERE, 2026);
        source.store.cases(keys).nextNumber(HERE, 2026);
        source.store.records().replace("teams:chat", Map.of("user", "29:a"));
        source.store.records().replace(PlainRecords.HOLD, Map.of("reason", "any"));
        assertThat(source.store.histories(keys).store(HERE, LocalDate.of(2026, 12, 1)))
                .isPresent();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private Place place(String name) {
        Path data = folder.resolve(name);
        RedisServer server = RedisServer.start(TestServer.settings(data));
        UnifiedJedis redis = server.address().connect();
        RedisStore store = RedisStore.open(
                new ServerSettings(Optional.of(server.address().uri()), ServerSettings.Source.AUTO, data), false);
        open.addAll(0, List.of(store, redis, server));
        return new Place(redis, store);
    }

    private void given(Writing writing) {
        assertThat(source.store.cases(keys).commit(HERE, writing.commit())).isEqualTo(Committed.STORED);
    }

    private static Conversation draft() {
        return new Conversation(
                new ConversationId("c-1"),
                ASHA,
                Task.raise(),
                Position.at("P-6"),
                Map.of("P-6", List.of("Weight has fallen " + SampleCase.CANARY)),
                false,
                TEN,
                TEN);
    }

    private int write() {
        return source.store.backups(keys).write(file, List.of(HERE), TEN);
    }

    private Place restored() {
        Place target = place("target");
        Backups backups = target.store.backups(keys);
        assertThat(backups.isNothingKept()).isTrue();
        backups.restore(backups.read(file));
        assertThat(backups.isNothingKept()).isFalse();
        return target;
    }

    /** Everything for good, byte for byte, by key. */
    private static Map<String, String> kept(UnifiedJedis redis) {
        Map<String, String> kept = new TreeMap<>();
        for (String key : redis.keys("*")) {
            String type = redis.type(key);
            kept.put(
                    key,
                    type.equals("list")
                            ? redis.lrange(key, 0, -1).toString()
                            : type.equals("hash")
                                    ? new TreeMap<>(redis.hgetAll(key)).toString()
                                    : type.equals("string") ? redis.get(key) : type);
        }
        return kept;
    }

    @Test
    void bringBackAllThatCannotBeWorkedOut() {
        assertThat(write()).isEqualTo(2);

        Place target = restored();

        Map<String, String> expected = new HashMap<>(kept(source.redis));
        expected.keySet().removeIf(key -> key.matches(".*:(due|open|lists|cases|tokens|record:hold)"));
        assertThat(kept(target.redis)).isEqualTo(expected);
        CaseStore cases = target.store.cases(keys);
        assertThat(cases.history(HERE, CASE)).isEqualTo(source.store.cases(keys).history(HERE, CASE));
        assertThat(cases.history(HERE, LONG).version()).isEqualTo(600);
        assertThat(cases.load(HERE, new TurnId("t-1"), Optional.of(CASE), ASHA).earlier())
                .isPresent();
        assertThat(cases.nextNumber(HERE, 2026)).isEqualTo(3);
        assertThat(target.redis.pttl("{northshire}:turn:t-3")).isPositive();
        assertThat(target.store.histories(keys).faults(HERE)).isEmpty();
        assertThat(target.store.histories(keys).lastRootHolds(HERE)).isTrue();
    }

    @Test
    void leaveOutWhatMayHaveBeenSentSince() {
        write();

        assertThat(restored().store.cases(keys).waiting(HERE)).isEmpty();
    }

    @Test
    void areMadeWhileOthersWrite() throws Exception {
        Thread writer = new Thread(() -> {
            for (int n = 600; n < 700; n++) {
                given(Writing.turn("more-" + n).to(LONG, n));
                given(Writing.turn("new-" + n).to(new CaseId("new-" + n), 0).due(TEN));
            }
        });
        writer.start();
        write();
        writer.join();

        Place target = restored();
        assertThat(target.store.histories(keys).faults(HERE)).isEmpty();
        int version = target.store.cases(keys).history(HERE, LONG).version();
        assertThat(target.redis.hkeys("{northshire}:case:long:turns")).hasSize(version);
    }

    @Test
    void showNothingToWhoeverLacksTheKeyFile() throws IOException {
        write();

        assertThat(Files.readString(file))
                .startsWith("second-look-backup 1 2026-12-01T10:00:00Z\n")
                .doesNotContain(SampleCase.CANARY)
                .doesNotContain("asha")
                .doesNotContain("northshire");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        KeyFile other = KeyFile.openOrCreate(folder.resolve("other.json"));
        assertThatThrownBy(() -> source.store.backups(other).read(file))
                .isInstanceOf(StoreSetupException.class)
                .hasMessageContaining("sealed under another key file");
    }

    @Test
    void areReadAfterTheKeyWasRotated() {
        write();
        keys.addKey();

        assertThat(source.store.backups(keys).read(file).made()).isEqualTo(TEN);
    }

    @Test
    void areRefusedUnlessTheyAreWhole() throws IOException {
        write();
        List<String> lines = Files.readAllLines(file);
        int end = lines.size() - 1;

        refused("it breaks off", lines.subList(0, end));
        refused("it does not begin as one", lines.subList(1, end + 1));
        List<String> swapped = new ArrayList<>(lines);
        swapped.set(1, lines.get(2));
        swapped.set(2, lines.get(1));
        refused("line 2 was changed", swapped);
        List<String> shorter = new ArrayList<>(lines);
        shorter.remove(end - 1);
        refused("its checksum is another", shorter);
        List<String> longer = new ArrayList<>(lines);
        longer.add(lines.get(end));
        refused("it goes on behind its end", longer);
        List<String> newer = new ArrayList<>(lines);
        newer.set(0, lines.get(0).replace("backup 1 ", "backup 2 "));
        refused("it is of version 2", newer);
        refused("it does not begin as one", List.of());
        assertThat(source.store.backups(keys).read(file).made()).isEqualTo(TEN);
    }

    private void refused(String why, List<String> lines) throws IOException {
        Path other = folder.resolve("other-backup");
        Files.write(other, lines, UTF_8);
        assertThatThrownBy(() -> source.store.backups(keys).read(other))
                .isInstanceOf(StoreSetupException.class)
                .hasMessageContaining(why);
    }

    @Test
    void takeNoOtherFilesPlace() throws IOException {
        Files.writeString(file, "something else");

        assertThatThrownBy(this::write).isInstanceOf(StoreSetupException.class).hasMessageContaining("no file at");
        assertThat(file).hasContent("something else");
    }
}
