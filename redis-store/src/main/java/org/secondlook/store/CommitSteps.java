package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Seals seals;
    private final Keys keys;
    private final StoredValues values;
    private final Steps steps = new Steps();

    CommitSteps(PartnershipId partnership, PatientRedis redis, Seals seals) {
        this.partnership = partnership;
        this.redis = redis;
        this.seals = seals;
        this.keys = new Keys(partnership);
        this.values = new StoredValues(partnership, seals);
    }

    Committed commit(Commit commit) {
        byte[] earlier = values.write(commit.turn(), new Earlier(commit.content(), commit.shown()));
        ask(commit, earlier);
        commit.lease().ifPresent(lease -> steps.takeOut(keys.cases(), lease.member()));
        commit.sent()
                .ifPresent(lease ->
                        steps.takeOut(keys.messages(), lease.member()).write("HDEL", keys.letters(), lease.member()));
        commit.theCase().ifPresent(this::write);
        commit.conversation().ifPresent(this::write);
        commit.withdrawn().forEach(this::withdraw);
        commit.messages().forEach(this::write);
        remember(commit, earlier);
        return steps.run(redis);
    }

    private void ask(Commit commit, byte[] earlier) {
        steps.askNewTurn(keys, commit.turn(), earlier);
        commit.theCase().ifPresent(write -> steps.askNewTurn(keys, commit.turn(), write.id()));
        commit.lease().ifPresent(lease -> steps.askClaimed(keys.cases(), lease));
        commit.sent().ifPresent(lease -> steps.askClaimed(keys.messages(), lease));
        commit.theCase().ifPresent(write -> steps.askLength(keys, write.id(), write.version()));
        commit.conversation().ifPresent(write -> steps.askVersion(keys, write.conversation(), write.version()));
        commit.withdrawn().forEach(message -> steps.askWaiting(keys.messages(), message));
    }

    private void write(CaseWrite write) {
        CaseLog log = new CaseLog(partnership, write.id(), seals);
        Before before = write.version() == 0 ? new Before(log.beginning(), Set.of()) : before(write);
        log.write(write.version(), before.digest(), write.events())
                .forEach(event -> steps.write("RPUSH", keys.events(write.id()), event));
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

    /** What stands before the new events. It cannot have changed when they are stored, or they are not. */
    private record Before(String digest, Set<String> lists) {}

    private Before before(CaseWrite write) {
        List<String> names = List.of(keys.events(write.id()), keys.lists(write.id()));
        byte[] index = String.valueOf(write.version() - 1).getBytes(UTF_8);
        List<?> found = (List<?>) redis.read(BEFORE, names, List.of(index));
        byte[] last = Optional.ofNullable((byte[]) found.get(0)).orElse(new byte[0]);
        steps.askLast(keys, write.id(), last);
        Set<String> lists = ((List<?>) found.get(1))
                .stream().map(list -> new String((byte[]) list, UTF_8)).collect(Collectors.toSet());
        return new Before(CaseLog.digest(last), lists);
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
    private void remember(Commit commit, byte[] earlier) {
        steps.write("PSETEX", keys.turn(commit.turn()), TURNS_KEPT.toMillis(), earlier);
        commit.theCase().ifPresent(write -> steps.write("HSET", keys.turns(write.id()), commit.turn(), earlier));
    }
}
