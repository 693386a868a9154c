package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.directory.PartnershipId;

/**
 * The histories of all cases as they are stored. Each is held against itself, against its head, and against the last
 * daily root: whoever can change everything in Redis cannot change a root that stands elsewhere too.
 */
public final class Histories {

    private static final Script CASES = Script.of("cases.lua");
    private static final Script ROOT = Script.of("root.lua");
    private static final String ERASED = "erased ";

    private final PatientRedis redis;
    private final Sweep sweep;
    private final KeyFile keyFile;

    Histories(PatientRedis redis, KeyFile keyFile) {
        this.redis = redis;
        this.sweep = new Sweep(this.redis);
        this.keyFile = keyFile;
    }

    /** Every fault in the histories of a partnership. May be asked while others write. */
    public List<LogFault> faults(PartnershipId partnership) {
        return check(partnership).faults();
    }

    /** Whether anything is kept of a case but that it was erased. */
    public boolean isThere(PartnershipId partnership, CaseId theCase) {
        return !stored(partnership, theCase).isNone();
    }

    /** The daily roots, the oldest first. */
    public List<Root> roots(PartnershipId partnership) {
        String key = new Keys(partnership).roots();
        return redis.ask(r -> r.lrange(key, 0, -1)).stream().map(Root::parse).toList();
    }

    /** The last daily root, if there is one. */
    public Optional<Root> lastRoot(PartnershipId partnership) {
        String key = new Keys(partnership).roots();
        return Optional.ofNullable(redis.ask(r -> r.lindex(key, -1))).map(Root::parse);
    }

    /** Whether what is stored about the last daily root leads to that root. */
    public boolean lastRootHolds(PartnershipId partnership) {
        List<Root> roots = roots(partnership);
        SortedMap<String, String> anchors = anchors(new Keys(partnership));
        if (roots.isEmpty()) {
            return anchors.isEmpty();
        }
        Root last = roots.get(roots.size() - 1);
        String before = roots.size() < 2 ? "" : roots.get(roots.size() - 2).digest();
        return last.equals(root(before, last.day(), anchors));
    }

    /**
     * The root of a day. A case with a fault stands in it as it stood in the root before, so that the fault is found as
     * long as it lasts.
     *
     * @return the root, if it was stored now; nothing if there is one of that day or a later one, or the last one does not hold
     */
    public Optional<Root> store(PartnershipId partnership, LocalDate day) {
        List<Root> roots = roots(partnership);
        boolean due = roots.isEmpty() || roots.get(roots.size() - 1).day().isBefore(day);
        if (!due || !lastRootHolds(partnership)) {
            return Optional.empty();
        }
        Keys keys = new Keys(partnership);
        String before = roots.isEmpty() ? "" : roots.get(roots.size() - 1).digest();
        SortedMap<String, String> anchors = check(partnership).anchors();
        Root root = root(before, day, anchors);
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(bytes(String.valueOf(roots.size())));
        arguments.add(bytes(root.toString()));
        anchors.forEach((theCase, anchor) -> {
            arguments.add(bytes(theCase));
            arguments.add(bytes(anchor));
        });
        boolean stored = redis.run(ROOT, List.of(keys.roots(), keys.anchors()), arguments)
                .equals(1L);
        return stored ? Optional.of(root) : Optional.empty();
    }

    private static Root root(String before, LocalDate day, SortedMap<String, String> anchors) {
        StringBuilder plain = new StringBuilder(before).append('\n').append(day).append('\n');
        anchors.forEach((theCase, anchor) ->
                plain.append(theCase).append(' ').append(anchor).append('\n'));
        return new Root(day, anchors.size(), CaseLog.digest(bytes(plain.toString())));
    }

    /** What is wrong, and what the next root is made of. */
    private record Checked(List<LogFault> faults, SortedMap<String, String> anchors) {}

    private Checked check(PartnershipId partnership) {
        Keys keys = new Keys(partnership);
        SortedMap<String, String> before = anchors(keys);
        SortedSet<String> ids = new TreeSet<>(before.keySet());
        sweep.fields(keys.dataKeys()).forEach(field -> ids.add(field.getKey()));
        sweep.fields(keys.heads()).forEach(field -> ids.add(field.getKey()));
        sweep.fields(keys.erased()).forEach(field -> ids.add(field.getKey()));
        sweep.keys(keys.everyLog()).forEach(log -> ids.add(keys.caseOf(log).value()));
        Checked checked = new Checked(new ArrayList<>(), new TreeMap<>());
        for (String id : ids) {
            check(partnership, new CaseId(id), Optional.ofNullable(before.get(id)), checked);
        }
        return checked;
    }

    private void check(PartnershipId partnership, CaseId theCase, Optional<String> anchor, Checked checked) {
        StoredCase stored = stored(partnership, theCase);
        Optional<String> erased =
                Optional.ofNullable(redis.ask(r -> r.hget(new Keys(partnership).erased(), theCase.value())));
        OneCase its = new OneCase(partnership, theCase, stored, anchor, checked.faults());
        int faults = checked.faults().size();
        if (erased.isPresent()) {
            its.checkErased();
        } else {
            its.check();
        }
        Optional<String> next = checked.faults().size() > faults
                ? anchor
                : erased.map(at -> ERASED + at).or(() -> Optional.of(its.anchor()));
        next.ifPresent(text -> checked.anchors().put(theCase.value(), text));
    }

    private StoredCase stored(PartnershipId partnership, CaseId theCase) {
        Keys keys = new Keys(partnership);
        List<String> names = List.of(keys.dataKeys(), keys.heads(), keys.events(theCase));
        List<?> found = (List<?>) redis.run(CASES, names, List.of(bytes(theCase.value())));
        return StoredCase.of(found.get(0), found.get(1), found.get(2));
    }

    /** One case, held against what is known of it. */
    private final class OneCase {

        private final PartnershipId partnership;
        private final CaseId theCase;
        private final StoredCase stored;
        private final Optional<String> anchor;
        private final List<LogFault> faults;

        OneCase(
                PartnershipId partnership,
                CaseId theCase,
                StoredCase stored,
                Optional<String> anchor,
                List<LogFault> faults) {
            this.partnership = partnership;
            this.theCase = theCase;
            this.stored = stored;
            this.anchor = anchor;
            this.faults = faults;
        }

        String anchor() {
            return stored.log().size() + " " + digest(stored.log().size());
        }

        void checkErased() {
            if (!stored.isNone()) {
                add(0, LogFault.Kind.RETURNED);
            }
        }

        void check() {
            if (stored.log().isEmpty()
                    || stored.key().isEmpty()
                    || stored.head().isEmpty()) {
                add(0, LogFault.Kind.GONE);
                return;
            }
            CaseLog log;
            CaseLog.Head head;
            try {
                Seals seals = new DataKeys(partnership, keyFile)
                        .open(theCase, stored.key().get());
                log = new CaseLog(partnership, theCase, seals, AlreadyRead.none());
                head = log.head(stored.head().get());
            } catch (UnreadableDataException e) {
                add(0, LogFault.Kind.GONE);
                return;
            }
            SortedSet<Integer> changed = log.changed(stored.log(), Optional.of(head));
            changed.forEach(event -> add(event, LogFault.Kind.CHANGED));
            if (changed.isEmpty()) {
                checkEnd(head.length(), head.digest());
            }
            if (changed.isEmpty()
                    && !anchor.filter(text -> text.startsWith(ERASED)).isPresent()) {
                anchor.map(text -> text.split(" ", 2))
                        .ifPresent(parts -> checkReaches(Integer.parseInt(parts[0]), parts[1]));
            }
        }

        private void checkEnd(int length, String digest) {
            if (stored.log().size() > length) {
                add(length + 1, LogFault.Kind.ADDED);
            } else {
                checkReaches(length, digest);
            }
        }

        /** That the log still holds an event, the last of so many. */
        private void checkReaches(int length, String digest) {
            if (stored.log().size() < length) {
                add(stored.log().size() + 1, LogFault.Kind.CUT);
            } else if (!digest(length).equals(digest)) {
                add(length, LogFault.Kind.CHANGED);
            }
        }

        private String digest(int number) {
            return CaseLog.digest(stored.log().get(number - 1));
        }

        private void add(int event, LogFault.Kind kind) {
            LogFault fault = new LogFault(partnership, theCase, event, kind);
            if (!faults.contains(fault)) {
                faults.add(fault);
            }
        }
    }

    private SortedMap<String, String> anchors(Keys keys) {
        SortedMap<String, String> anchors = new TreeMap<>();
        sweep.fields(keys.anchors())
                .forEach((Map.Entry<String, String> field) -> anchors.put(field.getKey(), field.getValue()));
        return anchors;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
