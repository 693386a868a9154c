package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

/**
 * Stores a commit in one step. When the answer is lost, the step is run again: it begins by asking whether the turn was
 * stored, so that it is stored once and never said to be stored when nobody knows.
 */
final class CommitSteps {

    private static final Duration TURNS_KEPT = Duration.ofDays(30);

    /** Longer than the undo window, so that what is taken back can be gone on with. */
    private static final Duration SENT_KEPT = Duration.ofMinutes(10);

    private final PartnershipId partnership;
    private final PatientRedis redis;
    private final DataKeys dataKeys;
    private final Keys keys;
    private final StoredValues values;
    private final Steps steps = new Steps();

    CommitSteps(PartnershipId partnership, PatientRedis redis, KeyFile keyFile) {
        this.partnership = partnership;
        this.redis = redis;
        this.dataKeys = new DataKeys(partnership, keyFile);
        this.keys = new Keys(partnership);
        this.values = new StoredValues(partnership, keyFile.seals());
    }

    Committed commit(Commit commit) {
        Optional<Before> before = commit.theCase().map(this::before);
        ask(commit);
        commit.lease().ifPresent(lease -> steps.takeOut(keys.cases(), lease.member()));
        commit.theCase().ifPresent(write -> write(write, before.orElseThrow()));
        commit.conversation().ifPresent(this::write);
        commit.withdrawn().forEach(this::withdraw);
        commit.messages().forEach(this::write);
        remember(commit, before);
        return steps.run(redis);
    }

    private void ask(Commit commit) {
        steps.askNewTurn(keys, commit.turn());
        commit.theCase().ifPresent(write -> steps.askNewTurn(keys, commit.turn(), write.id()));
        commit.lease().ifPresent(lease -> steps.askClaimed(keys.cases(), lease));
        commit.theCase().ifPresent(write -> steps.askLength(keys, write.id(), write.version()));
        commit.conversation().ifPresent(write -> steps.askVersion(keys, write.conversation(), write.version()));
        commit.withdrawn().forEach(message -> steps.askWaiting(keys.messages(), message));
    }

    private void write(CaseWrite write, Before before) {
        CaseLog log = new CaseLog(partnership, write.id(), before.seals());
        String prev = before.digest().orElseGet(log::beginning);
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
     * @param digest of the last event; none before the first
     */
    private record Before(String key, Seals seals, Optional<String> digest, Set<String> lists) {}

    private Before before(CaseWrite write) {
        if (write.version() > 0) {
            return redis.ask(r -> before(r, write));
        }
        String key = dataKeys.make(write.id());
        return new Before(key, dataKeys.open(write.id(), key), Optional.empty(), Set.of());
    }

    private Before before(UnifiedJedis server, CaseWrite write) {
        try (AbstractPipeline pipeline = server.pipelined()) {
            Response<String> key = pipeline.hget(keys.dataKeys(), write.id().value());
            Response<String> head = pipeline.hget(keys.heads(), write.id().value());
            Response<byte[]> last = pipeline.lindex(keys.events(write.id()).getBytes(UTF_8), write.version() - 1L);
            Response<Set<String>> lists = pipeline.smembers(keys.lists(write.id()));
            pipeline.sync();
            // Where there is no such case any more, nothing will be stored, under whatever key.
            String its = Optional.ofNullable(key.get()).orElseGet(() -> dataKeys.make(write.id()));
            Seals seals = dataKeys.open(write.id(), its);
            String digest = Optional.ofNullable(last.get()).map(CaseLog::digest).orElse("");
            if (head.get() != null) {
                requireUnchanged(new CaseLog(partnership, write.id(), seals).head(head.get()), write, digest);
            }
            return new Before(its, seals, Optional.of(digest), lists.get());
        }
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
        steps.write("ZREM", keys.messages().waiting(), message).write("HDEL", keys.letters(), message);
    }

    private void write(OutboxMessage message) {
        steps.write("HSET", keys.letters(), message.id(), values.write(message))
                .putIn(keys.messages(), message.id(), message.due());
    }

    /** A turn is known by itself, because a platform that repeats the turn that began a case knows of none. */
    private void remember(Commit commit, Optional<Before> before) {
        Earlier earlier = new Earlier(commit.content(), commit.shown());
        String turn = keys.turn(commit.turn());
        if (commit.theCase().isEmpty()) {
            steps.write("PSETEX", turn, TURNS_KEPT.toMillis(), values.write(commit.turn(), earlier));
            return;
        }
        CaseId theCase = commit.theCase().get().id();
        StoredValues ofCase = new StoredValues(partnership, before.orElseThrow().seals());
        steps.write("PSETEX", turn, TURNS_KEPT.toMillis(), StoredValues.naming(theCase));
        steps.write("HSET", keys.turns(theCase), commit.turn(), ofCase.write(commit.turn(), earlier));
    }
}
