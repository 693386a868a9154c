package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.conversation.Conversation;
import org.secondlook.core.conversation.Plan;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.CaseStore.Earlier;
import org.secondlook.core.turn.Commit;
import org.secondlook.core.turn.Commit.CaseWrite;
import org.secondlook.core.turn.Commit.ConversationWrite;
import org.secondlook.core.turn.Versioned;

/**
 * Stores a commit in one step. When the answer is lost, the step is run again: it begins by asking whether this very commit
 * was stored, so that it is stored once, and said to be stored exactly if it is.
 */
final class CommitSteps {

    private static final Script BEFORE = Script.of("before.lua");

    private static final Duration TURNS_KEPT = Duration.ofDays(30);

    /** Longer than the undo window, so that what is taken back can be gone on with. */
    private static final Duration SENT_KEPT = Duration.ofMinutes(10);

    private final PartnershipId partnership;
    private final PatientRedis redis;
    private final DataKeys dataKeys;
    private final Keys keys;
    private final StoredValues values;
    private final AlreadyRead read;
    private final Steps steps = new Steps();

    CommitSteps(PartnershipId partnership, PatientRedis redis, KeyFile keyFile, AlreadyRead read) {
        this.read = read;
        this.partnership = partnership;
        this.redis = redis;
        this.dataKeys = new DataKeys(partnership, keyFile);
        this.keys = new Keys(partnership);
        this.values = new StoredValues(partnership, keyFile.seals(), read);
    }

    Committed commit(Commit commit) {
        Optional<Before> before = commit.theCase().map(this::before);
        Earlier led = new Earlier(commit.content(), commit.shown());
        String earlier = before.map(b -> new StoredValues(partnership, b.seals()))
                .orElse(values)
                .write(commit.turn(), led);
        ask(commit, before, earlier);
        commit.sent()
                .ifPresent(lease ->
                        steps.takeOut(keys.messages(), lease.member()).write("HDEL", keys.letters(), lease.member()));
        commit.theCase().ifPresent(write -> write(write, before.orElseThrow()));
        commit.conversation().ifPresent(this::write);
        commit.withdrawn().forEach(this::withdraw);
        commit.calledOff().forEach(this::withdraw);
        commit.messages().forEach(this::write);
        remember(commit, earlier);
        return steps.run(redis);
    }

    private void ask(Commit commit, Optional<Before> before, String earlier) {
        commit.theCase()
                .ifPresentOrElse(
                        write -> steps.askNewTurn(keys, commit.turn(), write.id(), earlier),
                        () -> steps.askNewTurn(keys, commit.turn(), earlier));
        commit.lease().ifPresent(lease -> steps.askClaimed(keys.cases(), lease));
        commit.sent().ifPresent(lease -> steps.askClaimed(keys.messages(), lease));
        commit.theCase().ifPresent(write -> {
            steps.askLength(keys, write.id(), write.version());
            before.orElseThrow().last().forEach(last -> steps.askLast(keys, write.id(), last));
        });
        commit.conversation().ifPresent(write -> steps.askVersion(keys, write.conversation(), write.version()));
        commit.withdrawn().forEach(message -> steps.askWaiting(keys.messages(), message));
    }

    private void write(CaseWrite write, Before before) {
        CaseLog log = new CaseLog(partnership, write.id(), before.seals(), read);
        String prev = before.last().stream().map(CaseLog::digest).findFirst().orElseGet(log::beginning);
        List<byte[]> events = log.write(write.version(), prev, write.events());
        events.forEach(event -> steps.write("RPUSH", keys.events(write.id()), event));
        String last = events.isEmpty() ? prev : CaseLog.digest(events.get(events.size() - 1));
        steps.write(
                "HSET", keys.heads(), write.id(), log.write(new CaseLog.Head(write.version() + events.size(), last)));
        if (write.version() == 0) {
            steps.write("HSET", keys.dataKeys(), write.id(), before.key());
        }
        list(write, before.lists());
        write.open()
                .ifPresentOrElse(
                        protocol -> steps.write("HSET", keys.open(), write.id(), protocol),
                        () -> steps.write("HDEL", keys.open(), write.id()));
        steps.takeOut(keys.cases(), write.id().value());
        write.due().ifPresent(due -> steps.putIn(keys.cases(), write.id(), due));
    }

    /** A case leaves the lists it no longer belongs to. */
    private void list(CaseWrite write, Set<String> before) {
        Set<String> lists = new HashSet<>();
        write.posts().forEach(post -> lists.add(keys.list(post)));
        write.people().forEach(person -> lists.add(keys.list(person)));
        before.stream()
                .filter(list -> !lists.contains(list))
                .forEach(list -> steps.write("SREM", list, write.id()).write("SREM", keys.lists(write.id()), list));
        lists.stream()
                .filter(list -> !before.contains(list))
                .forEach(list -> steps.write("SADD", list, write.id()).write("SADD", keys.lists(write.id()), list));
    }

    /**
     * What stands before the new events. It cannot have changed when they are stored, or they are not.
     *
     * @param key the key of the case, sealed
     * @param last the last event; none before the first
     */
    private record Before(String key, Seals seals, List<byte[]> last, Set<String> lists) {}

    private Before before(CaseWrite write) {
        if (write.version() == 0) {
            String key = dataKeys.make(write.id());
            return new Before(key, dataKeys.open(write.id(), key), List.of(), Set.of());
        }
        List<String> names = List.of(keys.events(write.id()), keys.lists(write.id()), keys.dataKeys(), keys.heads());
        List<byte[]> arguments = Stream.of(write.version() - 1, write.id())
                .map(value -> value.toString().getBytes(UTF_8))
                .toList();
        List<?> found = (List<?>) redis.read(BEFORE, names, arguments);
        byte[] last = Optional.ofNullable((byte[]) found.get(0)).orElse(new byte[0]);
        // Where there is no such case any more, nothing will be stored, under whatever key.
        String key = found(found, 2).orElseGet(() -> dataKeys.make(write.id()));
        Seals seals = dataKeys.open(write.id(), key);
        found(found, 3)
                .map(head -> new CaseLog(partnership, write.id(), seals, read).head(head))
                .ifPresent(head -> requireUnchanged(head, write, CaseLog.digest(last)));
        Set<String> lists = ((List<?>) found.get(1))
                .stream().map(list -> new String((byte[]) list, UTF_8)).collect(Collectors.toSet());
        return new Before(key, seals, List.of(last), lists);
    }

    private static Optional<String> found(List<?> found, int index) {
        return found.size() <= index
                ? Optional.empty()
                : Optional.ofNullable((byte[]) found.get(index)).map(bytes -> new String(bytes, UTF_8));
    }

    /** An event that was changed must not get others behind it, which would hold its digest. */
    private static void requireUnchanged(CaseLog.Head head, CaseWrite write, String digest) {
        if (head.length() == write.version() && !head.digest().equals(digest)) {
            throw new UnreadableDataException(
                    "Expected event %d of case %s as the head of its log tells it, but it is not"
                            .formatted(write.version(), write.id()));
        }
    }

    private void write(ConversationWrite write) {
        Conversation conversation = write.conversation();
        String drafts = keys.drafts(conversation.person());
        String sent = keys.sent(conversation.person());
        byte[] next = values.write(new Versioned<>(conversation, write.version() + 1));
        if (write.fate() == Plan.Fate.KEPT) {
            steps.write("HSET", drafts, conversation.id(), next);
        } else {
            steps.write("HDEL", drafts, conversation.id());
        }
        if (write.fate() == Plan.Fate.SENT) {
            steps.write("HSET", sent, conversation.id(), next).write("PEXPIRE", sent, SENT_KEPT.toMillis());
        } else {
            steps.write("HDEL", sent, conversation.id());
        }
    }

    private void withdraw(OutboxId message) {
        steps.takeOut(keys.messages(), message.value()).write("HDEL", keys.letters(), message);
    }

    private void write(OutboxMessage message) {
        steps.write("HSET", keys.letters(), message.id(), values.write(message))
                .putIn(keys.messages(), message.id(), message.due());
    }

    /** A turn is known by itself, because a platform that repeats the turn that began a case knows of none. */
    private void remember(Commit commit, String earlier) {
        String turn = keys.turn(commit.turn());
        Optional<CaseId> theCase = commit.theCase().map(CaseWrite::id);
        steps.write(
                "PSETEX",
                turn,
                TURNS_KEPT.toMillis(),
                theCase.map(StoredValues::naming).orElse(earlier));
        theCase.ifPresent(id -> steps.write("HSET", keys.turns(id), commit.turn(), earlier));
    }
}
