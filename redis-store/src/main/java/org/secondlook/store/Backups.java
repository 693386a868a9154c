package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.store.BackupFile.Kept;
import org.secondlook.store.BackupFile.Kind;
import org.secondlook.store.server.RedisLink;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/**
 * Writes backups and puts them back, on one server, behind Sentinel and on a cluster. In a backup is what cannot be worked
 * out from the rest: the histories with their keys, heads and turns, what was erased, drafts, the daily roots, the counters
 * of references, the turns of the last 30 days, and how people are reached. Not in it are lists, due times and what is open,
 * which {@link Indexes} works out anew, and the messages that wait, which may have been sent before it is put back.
 *
 * <p>The application may work while a backup is written. Each case is read in one step and its history only grows, so each is
 * as it stood at one moment, though not all at the same; whatever was stored when the backup was begun is in it, and of what
 * was stored meanwhile, each case either has a turn with all that follows from it or lacks it. Only a draft that was sent in
 * that very moment may stand beside the case that it began.
 */
public final class Backups {

    private static final Script CASE = Script.of("backup.lua");
    private static final Script ROOTS = Script.of("roots.lua");
    private static final Script PUT = Script.of("put.lua");

    /** As many values as a script may be given at once, and a good few less. */
    private static final int AT_ONCE = 500;

    private final PatientRedis redis;
    private final Sweep sweep;
    private final RedisLink link;
    private final KeyFile keyFile;

    Backups(PatientRedis redis, RedisLink link, KeyFile keyFile) {
        this.redis = redis;
        this.sweep = new Sweep(redis);
        this.link = link;
        this.keyFile = keyFile;
    }

    /**
     * Writes a backup, readable by its owner only.
     *
     * @param file must not be there
     * @return how many cases are in it
     * @throws StoreSetupException if it cannot be written
     */
    public int write(Path file, Collection<PartnershipId> partnerships, Instant now) {
        int[] cases = {0};
        new BackupFile(file, keyFile.seals()).write(now, each -> {
            partnerships.forEach(partnership -> cases[0] += new OfPartnership(partnership, each).tell());
            recordNames().forEach(name -> tellHash(name, each));
        });
        return cases[0];
    }

    /**
     * Reads a backup to its end.
     *
     * @throws StoreSetupException if it is not whole, not sealed under this key file, or of another version
     */
    public Backup read(Path file) {
        return new Backup(file, new BackupFile(file, keyFile.seals()).read(kept -> {}));
    }

    /** Whether nothing is kept here of any partnership. */
    public boolean isNothingKept() {
        return keys("{*").isEmpty();
    }

    /** Puts a backup where nothing is kept. */
    public void restore(Backup backup) {
        new BackupFile(backup.file(), keyFile.seals()).read(this::put);
    }

    private void put(Kept kept) {
        for (int from = 0; from < kept.values().size(); from += AT_ONCE) {
            List<byte[]> arguments = new ArrayList<>();
            Stream.of(kept.kind(), from, kept.millis())
                    .map(String::valueOf)
                    .forEach(text -> arguments.add(bytes(text)));
            arguments.addAll(kept.values()
                    .subList(from, Math.min(from + AT_ONCE, kept.values().size())));
            redis.run(PUT, List.of(kept.key()), arguments);
        }
    }

    /** What is kept of one partnership, told in an order in which nothing refers to what comes before it was there. */
    private final class OfPartnership {

        private final Keys keys;
        private final Consumer<Kept> each;

        OfPartnership(PartnershipId partnership, Consumer<Kept> each) {
            this.keys = new Keys(partnership);
            this.each = each;
        }

        int tell() {
            List<?> roots = (List<?>) redis.read(ROOTS, List.of(keys.roots(), keys.anchors()), List.of());
            tellValues(keys.roots(), Kind.LIST, elements(roots.get(0)), each);
            tellValues(keys.anchors(), Kind.HASH, elements(roots.get(1)), each);
            sweep.keys(keys.everybodysDrafts()).forEach(drafts -> tellHash(drafts, each));
            sweep.keys(keys.everyTurn()).forEach(this::tellString);
            List<Map.Entry<String, String>> cases = sweep.fields(keys.dataKeys());
            Set<String> ids = new TreeSet<>();
            cases.forEach(field -> ids.add(field.getKey()));
            ids.forEach(id -> tellCase(new CaseId(id)));
            tellHash(keys.erased(), each);
            sweep.keys(keys.everyNumber()).forEach(this::tellString);
            return ids.size();
        }

        private void tellCase(CaseId theCase) {
            List<String> names = List.of(keys.dataKeys(), keys.heads(), keys.events(theCase), keys.turns(theCase));
            List<?> found = (List<?>) redis.read(CASE, names, List.of(bytes(theCase.value())));
            StoredCase stored = StoredCase.of(found.get(0), found.get(1), found.get(2));
            // One may have been erased since it was listed.
            stored.key().ifPresent(key -> tellField(keys.dataKeys(), theCase, key));
            stored.head().ifPresent(head -> tellField(keys.heads(), theCase, head));
            tellValues(keys.events(theCase), Kind.LIST, stored.log(), each);
            tellValues(keys.turns(theCase), Kind.HASH, elements(found.get(3)), each);
        }

        private void tellField(String hash, CaseId theCase, String value) {
            tellValues(hash, Kind.HASH, List.of(bytes(theCase.value()), bytes(value)), each);
        }

        private void tellString(String key) {
            byte[] name = bytes(key);
            long millis = redis.ask(r -> r.pttl(name));
            byte[] value = redis.ask(r -> r.get(name));
            if (value != null) {
                each.accept(new Kept(key, Kind.STRING, List.of(value), Math.max(millis, 0)));
            }
        }
    }

    private void tellHash(String key, Consumer<Kept> each) {
        List<byte[]> values = new ArrayList<>();
        sweep.fields(key).forEach(field -> {
            values.add(bytes(field.getKey()));
            values.add(bytes(field.getValue()));
        });
        tellValues(key, Kind.HASH, values, each);
    }

    private static void tellValues(String key, Kind kind, List<byte[]> values, Consumer<Kept> each) {
        if (!values.isEmpty()) {
            each.accept(new Kept(key, kind, values, 0));
        }
    }

    private Set<String> recordNames() {
        Set<String> names = new TreeSet<>(keys(PlainRecords.key("*")));
        names.remove(PlainRecords.key(PlainRecords.HOLD));
        return names;
    }

    /** On every server, as these keys may be on any. */
    private Set<String> keys(String pattern) {
        Set<String> keys = new TreeSet<>();
        link.ofEachPrimary(server -> keys(server, pattern)).values().forEach(keys::addAll);
        return keys;
    }

    private static Set<String> keys(Jedis server, String pattern) {
        Set<String> keys = new TreeSet<>();
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            ScanResult<String> part =
                    server.scan(cursor, new ScanParams().count(500).match(pattern));
            keys.addAll(part.getResult());
            cursor = part.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return keys;
    }

    private static List<byte[]> elements(Object answer) {
        return ((List<?>) answer).stream().map(byte[].class::cast).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
