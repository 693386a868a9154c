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
import org.jspecify.annotations.Nullable;
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
    private static final Script CASES = Script.of("cases.lua");
    private static final Script LOAD = Script.of("load.lua");
    private static final Script CLAIM = Script.of("claim.lua");
    private static final Script NUMBER = Script.of("number.lua");
    private static final Script FORWARD = Script.of("clock.lua");

    private final PatientRedis redis;
    private final KeyFile keyFile;
    private final Duration lease;
    private final AlreadyRead read = AlreadyRead.some();

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
        this.keyFile = keyFile;
        this.lease = lease;
    }

    @Override
    public Loaded load(PartnershipId partnership, TurnId turn, Optional<CaseId> theCase, PersonId person) {
        List<?> found = found(partnership, turn, theCase, person);
        StoredValues values = values(partnership);
        Optional<StoredCase> stored = theCase.map(id -> StoredCase.of(found.get(4), found.get(5), found.get(6)));
        return new Loaded(
                theCase.flatMap(id -> earlier(partnership, turn, id, found))
                        .or(() -> earlier(partnership, turn, person, (byte[]) found.get(0))),
                stored.map(its -> history(partnership, theCase.orElseThrow(), its))
                        .filter(history -> history.version() > 0),
                conversations(values, elements(found.get(1))),
                conversations(values, elements(found.get(2))));
    }

    private List<?> found(PartnershipId partnership, TurnId turn, Optional<CaseId> theCase, PersonId person) {
        Keys keys = new Keys(partnership);
        List<String> names = new ArrayList<>(List.of(keys.turn(turn), keys.drafts(person), keys.sent(person)));
        theCase.ifPresent(id -> names.addAll(List.of(keys.turns(id), keys.dataKeys(), keys.heads(), keys.events(id))));
        List<byte[]> arguments = Stream.concat(
                        Stream.of(turn.value()), theCase.stream().map(CaseId::value))
                .map(RedisCaseStore::bytes)
                .toList();
        return (List<?>) redis.read(LOAD, names, arguments);
    }

    /** What a turn of the case led to. */
    private Optional<Earlier> earlier(PartnershipId partnership, TurnId turn, CaseId theCase, List<?> found) {
        return Optional.ofNullable((byte[]) found.get(3)).map(stored -> {
            String key = StoredCase.of(found.get(4), found.get(5), List.of())
                    .key()
                    .orElseThrow(() -> new UnreadableDataException(
                            "Expected case %s, to which a turn led, to have a key, but it has none"
                                    .formatted(theCase)));
            Seals seals = new DataKeys(partnership, keyFile).open(theCase, key);
            return new StoredValues(partnership, seals).earlier(turn, text(stored));
        });
    }

    /** What a turn led to of which it is not known in which case it was, if in any: then its name is what stands there. */
    private Optional<Earlier> earlier(
            PartnershipId partnership, TurnId turn, PersonId person, byte @Nullable [] stored) {
        if (stored == null) {
            return Optional.empty();
        }
        Optional<CaseId> itsCase = StoredValues.caseNamed(text(stored));
        return itsCase.isEmpty()
                ? Optional.of(values(partnership).earlier(turn, text(stored)))
                : earlier(partnership, turn, itsCase.get(), found(partnership, turn, itsCase, person));
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
        return histories(partnership, List.of(theCase)).get(0);
    }

    @Override
    public List<History> listed(PartnershipId partnership, PersonId person, Set<PostId> posts) {
        Keys keys = new Keys(partnership);
        String[] lists = Stream.concat(
                        Stream.of(keys.list(person)), posts.stream().map(keys::list))
                .toArray(String[]::new);
        List<CaseId> ids =
                redis.ask(r -> r.sunion(lists)).stream().map(CaseId::new).toList();
        Comparator<History> byBeginning =
                Comparator.comparing(history -> history.events().get(0).stamp().at());
        return histories(partnership, ids).stream()
                // One may have been erased since it was listed.
                .filter(history -> history.version() > 0)
                .sorted(byBeginning
                        .thenComparing(history -> history.id().value())
                        .reversed())
                .toList();
    }

    private List<History> histories(PartnershipId partnership, List<CaseId> ids) {
        Keys keys = new Keys(partnership);
        List<String> names = new ArrayList<>(List.of(keys.dataKeys(), keys.heads()));
        ids.forEach(id -> names.add(keys.events(id)));
        List<?> found = (List<?>) redis.read(
                CASES, names, ids.stream().map(id -> bytes(id.value())).toList());
        List<History> histories = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            StoredCase stored = StoredCase.of(found.get(3 * i), found.get(3 * i + 1), found.get(3 * i + 2));
            histories.add(history(partnership, ids.get(i), stored));
        }
        return histories;
    }

    private History history(PartnershipId partnership, CaseId theCase, StoredCase stored) {
        if (stored.isNone()) {
            return History.none(theCase);
        }
        if (stored.key().isEmpty() || stored.head().isEmpty() || stored.log().isEmpty()) {
            throw new UnreadableDataException(
                    "Expected case %s to have a key, a log and its head, or to be erased, but a part is missing"
                            .formatted(theCase));
        }
        Seals seals =
                new DataKeys(partnership, keyFile).open(theCase, stored.key().get());
        return new CaseLog(partnership, theCase, seals, read)
                .read(stored.log(), stored.head().get());
    }

    @Override
    public Committed commit(PartnershipId partnership, Commit commit) {
        return new CommitSteps(partnership, redis, keyFile, read).commit(commit);
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
                .forEach(entry ->
                        timers.put(new CaseId(entry.getElement()), Instant.ofEpochMilli((long) entry.getScore())));
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
        StoredValues values = values(partnership);
        return redis.ask(r -> r.hvals(key)).stream().map(values::message).toList();
    }

    @Override
    public Optional<OutboxMessage> message(PartnershipId partnership, OutboxId message) {
        byte[] key = bytes(new Keys(partnership).letters());
        byte[] stored = redis.ask(r -> r.hget(key, bytes(message.value())));
        return Optional.ofNullable(stored).map(values(partnership)::message);
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
                        .write(
                                "HSET",
                                keys.letters(),
                                later.id(),
                                values(partnership).write(later))
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
    public Set<PersonId> peopleWithDrafts(PartnershipId partnership) {
        Keys keys = new Keys(partnership);
        return new Sweep(redis)
                .keys(keys.everybodysDrafts()).stream().map(keys::personOf).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Instant> alive(PartnershipId partnership) {
        String key = new Keys(partnership).alive();
        return Optional.ofNullable(redis.ask(r -> r.get(key)))
                .map(Long::parseLong)
                .map(Instant::ofEpochMilli);
    }

    @Override
    public void alive(PartnershipId partnership, Instant now) {
        String key = new Keys(partnership).alive();
        redis.run(FORWARD, List.of(key), List.of(bytes(String.valueOf(now.toEpochMilli()))));
    }

    @Override
    public Optional<Instant> nextDue(PartnershipId partnership) {
        Keys keys = new Keys(partnership);
        return Stream.of(keys.cases(), keys.messages())
                .flatMap(queue -> redis.ask(r -> r.zrangeWithScores(queue.waiting(), 0, 0)).stream())
                .map(first -> Instant.ofEpochMilli((long) first.getScore()))
                .min(Comparator.naturalOrder());
    }

    private StoredValues values(PartnershipId partnership) {
        return new StoredValues(partnership, keyFile.seals(), read);
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
