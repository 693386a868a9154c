package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.History;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Conversation;
import org.secondlook.core.conversation.ConversationId;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.Commit;
import org.secondlook.core.turn.Lease;
import org.secondlook.core.turn.Versioned;
import redis.clients.jedis.UnifiedJedis;

/**
 * Keeps cases, conversations and messages in Redis. The log of a case is all that is kept of it; lists, timers and the
 * outbox stand beside it and change in the same step.
 */
final class RedisCaseStore implements CaseStore {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Script LOAD = Script.of("load.lua");
    private static final Script LOGS = Script.of("logs.lua");
    private static final Script CLAIM = Script.of("claim.lua");
    private static final Script NUMBER = Script.of("number.lua");

    private final PatientRedis redis;
    private final Seals seals;
    private final Duration lease;

    RedisCaseStore(UnifiedJedis redis, KeyFile keyFile) {
        this(redis, keyFile, LEASE);
    }

    /** @param lease how long a worker has for what it claims, before another may claim it */
    RedisCaseStore(UnifiedJedis redis, KeyFile keyFile, Duration lease) {
        this(new PatientRedis(redis), keyFile, lease);
    }

    RedisCaseStore(PatientRedis redis, KeyFile keyFile) {
        this(redis, keyFile, LEASE);
    }

    private RedisCaseStore(PatientRedis redis, KeyFile keyFile, Duration lease) {
        this.redis = redis;
        this.seals = keyFile.seals();
        this.lease = lease;
    }

    @Override
    public Loaded load(PartnershipId partnership, TurnId turn, Optional<CaseId> theCase, PersonId person) {
        Keys keys = new Keys(partnership);
        StoredValues values = new StoredValues(partnership, seals);
        List<String> names = new ArrayList<>(List.of(keys.turn(turn), keys.drafts(person), keys.sent(person)));
        theCase.ifPresent(id -> names.addAll(List.of(keys.turns(id), keys.events(id))));
        List<?> found = (List<?>) redis.read(LOAD, names, List.of(bytes(turn.value())));
        return new Loaded(
                Optional.ofNullable((byte[]) found.get(0)).map(stored -> values.earlier(turn, stored)),
                theCase.map(id -> log(partnership, id).read(elements(found.get(3))))
                        .filter(history -> history.version() > 0),
                conversations(values, elements(found.get(1))),
                conversations(values, elements(found.get(2))));
    }

    private static List<Versioned<Conversation>> conversations(StoredValues values, List<byte[]> fields) {
        List<Versioned<Conversation>> conversations = new ArrayList<>();
        for (int i = 0; i < fields.size(); i += 2) {
            conversations.add(values.conversation(new ConversationId(text(fields.get(i))), fields.get(i + 1)));
        }
        conversations.sort(Comparator.comparing(c -> c.value().touched()));
        return conversations;
    }

    @Override
    public History history(PartnershipId partnership, CaseId theCase) {
        byte[] key = bytes(new Keys(partnership).events(theCase));
        return log(partnership, theCase).read(redis.ask(r -> r.lrange(key, 0, -1)));
    }

    @Override
    public List<History> listed(PartnershipId partnership, PersonId person, Set<PostId> posts) {
        Keys keys = new Keys(partnership);
        String[] lists = Stream.concat(
                        Stream.of(keys.list(person)), posts.stream().map(keys::list))
                .toArray(String[]::new);
        List<CaseId> ids =
                redis.ask(r -> r.sunion(lists)).stream().map(CaseId::new).toList();
        List<?> logs = logs(keys, ids);
        List<History> histories = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            histories.add(log(partnership, ids.get(i)).read(elements(logs.get(i))));
        }
        Comparator<History> byBeginning =
                Comparator.comparing(history -> history.events().get(0).stamp().at());
        histories.sort(
                byBeginning.thenComparing(history -> history.id().value()).reversed());
        return histories;
    }

    private List<?> logs(Keys keys, List<CaseId> ids) {
        return ids.isEmpty()
                ? List.of()
                : (List<?>) redis.read(LOGS, ids.stream().map(keys::events).toList(), List.of());
    }

    @Override
    public Committed commit(PartnershipId partnership, Commit commit) {
        return new CommitSteps(partnership, redis, seals).commit(commit);
    }

    @Override
    public long nextNumber(PartnershipId partnership, int year) {
        String key = new Keys(partnership).number(year);
        return (long) redis.run(NUMBER, List.of(key), List.of());
    }

    @Override
    public List<Lease> claimCases(PartnershipId partnership, Instant now, int most) {
        Keys keys = new Keys(partnership);
        return claim(keys, keys.cases(), now, most);
    }

    @Override
    public List<Lease> claimMessages(PartnershipId partnership, Instant now, int most) {
        Keys keys = new Keys(partnership);
        return claim(keys, keys.messages(), now, most);
    }

    private List<Lease> claim(Keys keys, Keys.Queue queue, Instant now, int most) {
        List<String> names = List.of(queue.waiting(), queue.leased(), queue.leases(), keys.tokens());
        List<byte[]> arguments = Stream.of(now.toEpochMilli(), (long) most, lease.toMillis())
                .map(number -> bytes(number.toString()))
                .toList();
        List<byte[]> claims = elements(redis.run(CLAIM, names, arguments));
        List<Lease> leases = new ArrayList<>();
        for (int i = 0; i < claims.size(); i += 3) {
            long token = Long.parseLong(text(claims.get(i + 1)));
            leases.add(new Lease(text(claims.get(i)), token, claims.get(i + 2).length > 0));
        }
        return leases;
    }

    @Override
    public Map<CaseId, Instant> timers(PartnershipId partnership) {
        Keys.Queue cases = new Keys(partnership).cases();
        Map<CaseId, Instant> timers = new HashMap<>();
        redis.ask(r -> r.hgetAll(cases.leases()))
                .forEach((member, lease) -> dueOf(lease).ifPresent(due -> timers.put(new CaseId(member), due)));
        redis.ask(r -> r.zrangeWithScores(cases.waiting(), 0, -1))
                .forEach(entry -> timers.put(
                        new CaseId(entry.getElement()), Instant.ofEpochMilli((long) entry.getScore())));
        return timers;
    }

    /** When what is claimed was due; what nobody claims any more waits again. */
    private static Optional<Instant> dueOf(String lease) {
        String[] tokenAndDue = lease.split(" ", 2);
        return tokenAndDue.length < 2
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli((long) Double.parseDouble(tokenAndDue[1])));
    }

    @Override
    public boolean setTimer(PartnershipId partnership, CaseId theCase, int version, Instant due) {
        Keys keys = new Keys(partnership);
        return new Steps()
                        .askLength(keys, theCase, version)
                        .askUnclaimed(keys.cases(), theCase)
                        .putIn(keys.cases(), theCase, due)
                        .run(redis)
                == Committed.STORED;
    }

    @Override
    public List<OutboxMessage> waiting(PartnershipId partnership) {
        byte[] key = bytes(new Keys(partnership).letters());
        StoredValues values = new StoredValues(partnership, seals);
        return redis.ask(r -> r.hvals(key)).stream().map(values::message).toList();
    }

    @Override
    public Optional<OutboxMessage> message(PartnershipId partnership, OutboxId message) {
        byte[] key = bytes(new Keys(partnership).letters());
        byte[] stored = redis.ask(r -> r.hget(key, bytes(message.value())));
        return Optional.ofNullable(stored).map(new StoredValues(partnership, seals)::message);
    }

    @Override
    public void release(PartnershipId partnership, Lease claim, Optional<Instant> due) {
        Keys keys = new Keys(partnership);
        Keys.Queue cases = keys.cases();
        Steps steps =
                new Steps().once(keys.ended(claim)).askClaimed(cases, claim).takeOut(cases, claim.member());
        due.ifPresent(at -> steps.putIn(cases, claim.member(), at));
        steps.run(redis);
    }

    @Override
    public boolean complete(PartnershipId partnership, Lease claim) {
        Keys keys = new Keys(partnership);
        return new Steps()
                        .once(keys.ended(claim))
                        .askClaimed(keys.messages(), claim)
                        .takeOut(keys.messages(), claim.member())
                        .write("HDEL", keys.letters(), claim.member())
                        .run(redis)
                == Committed.STORED;
    }

    @Override
    public boolean retry(PartnershipId partnership, Lease claim, OutboxMessage later) {
        Keys keys = new Keys(partnership);
        return new Steps()
                        .once(keys.ended(claim))
                        .askClaimed(keys.messages(), claim)
                        .takeOut(keys.messages(), claim.member())
                        .write("HSET", keys.letters(), later.id(), new StoredValues(partnership, seals).write(later))
                        .putIn(keys.messages(), later.id(), later.due())
                        .run(redis)
                == Committed.STORED;
    }

    @Override
    public Map<CaseId, ProtocolId> open(PartnershipId partnership) {
        String key = new Keys(partnership).open();
        return redis.ask(r -> r.hgetAll(key)).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        open -> new CaseId(open.getKey()), open -> ProtocolId.parse(open.getValue())));
    }

    @Override
    public Optional<String> calendar(PartnershipId partnership) {
        String key = new Keys(partnership).calendar();
        return Optional.ofNullable(redis.ask(r -> r.get(key)));
    }

    @Override
    public void calendar(PartnershipId partnership, String fingerprint) {
        String key = new Keys(partnership).calendar();
        redis.ask(r -> r.set(key, fingerprint));
    }

    @Override
    public Optional<Instant> nextDue(PartnershipId partnership) {
        Keys keys = new Keys(partnership);
        return Stream.of(keys.cases(), keys.messages())
                .flatMap(queue -> redis.ask(r -> r.zrangeWithScores(queue.waiting(), 0, 0)).stream())
                .map(first -> Instant.ofEpochMilli((long) first.getScore()))
                .min(Comparator.naturalOrder());
    }

    private CaseLog log(PartnershipId partnership, CaseId theCase) {
        return new CaseLog(partnership, theCase, seals);
    }

    /** What a script answered with a list of texts. */
    private static List<byte[]> elements(Object answer) {
        return ((List<?>) answer).stream().map(byte[].class::cast).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
