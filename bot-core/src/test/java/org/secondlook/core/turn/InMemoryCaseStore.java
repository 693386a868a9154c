package org.secondlook.core.turn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.History;
import org.secondlook.core.casework.Recorded;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Conversation;
import org.secondlook.core.conversation.Plan;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.protocol.ProtocolId;

/** The store in memory, for unit tests; it passes the same contract as the real one. */
public final class InMemoryCaseStore implements CaseStore {

    private final Map<PartnershipId, Shelf> shelves = new HashMap<>();

    private static final class Shelf {
        final Map<String, Earlier> turns = new HashMap<>();
        final Map<CaseId, List<Recorded>> events = new LinkedHashMap<>();
        final Map<CaseId, Set<Object>> lists = new HashMap<>();
        final Map<PersonId, Map<String, Versioned<Conversation>>> drafts = new HashMap<>();
        final Map<PersonId, Map<String, Versioned<Conversation>>> sent = new HashMap<>();
        final Map<OutboxId, OutboxMessage> outbox = new LinkedHashMap<>();
        final Map<CaseId, ProtocolId> open = new HashMap<>();
        final Queue cases = new Queue();
        final Queue messages = new Queue();
        final Map<Integer, Long> numbers = new HashMap<>();
        Optional<String> calendar = Optional.empty();
        Optional<Instant> alive = Optional.empty();
    }

    /** Forgets when the clock comes to a case, as no store should. */
    public synchronized void loseTimer(PartnershipId partnership, CaseId theCase) {
        shelf(partnership).cases.due.remove(theCase.value());
    }

    /** A store that holds the same and goes its own way from here. */
    public synchronized InMemoryCaseStore copy() {
        InMemoryCaseStore copy = new InMemoryCaseStore();
        shelves.forEach((partnership, shelf) -> {
            Shelf same = copy.shelf(partnership);
            same.turns.putAll(shelf.turns);
            shelf.events.forEach((id, events) -> same.events.put(id, new ArrayList<>(events)));
            same.lists.putAll(shelf.lists);
            shelf.drafts.forEach((person, drafts) -> same.drafts.put(person, new LinkedHashMap<>(drafts)));
            shelf.sent.forEach((person, sent) -> same.sent.put(person, new LinkedHashMap<>(sent)));
            same.outbox.putAll(shelf.outbox);
            same.open.putAll(shelf.open);
            same.cases.putAll(shelf.cases);
            same.messages.putAll(shelf.messages);
            same.numbers.putAll(shelf.numbers);
            same.calendar = shelf.calendar;
            same.alive = shelf.alive;
        });
        return copy;
    }

    private static final class Queue {
        final Map<String, Instant> due = new LinkedHashMap<>();
        final Map<String, Long> leased = new HashMap<>();
        final Map<String, Instant> wasDue = new HashMap<>();
        long nextToken = 1;

        void putAll(Queue other) {
            due.putAll(other.due);
            leased.putAll(other.leased);
            wasDue.putAll(other.wasDue);
            nextToken = other.nextToken;
        }

        List<Lease> claim(Instant now, int most) {
            List<Lease> leases = due.entrySet().stream()
                    .filter(e -> !e.getValue().isAfter(now))
                    .sorted(Map.Entry.comparingByValue())
                    .limit(most)
                    .map(e -> new Lease(e.getKey(), nextToken++, false))
                    .toList();
            leases.forEach(lease -> {
                wasDue.put(lease.member(), due.remove(lease.member()));
                leased.put(lease.member(), lease.token());
            });
            return leases;
        }

        boolean stands(Lease lease) {
            return Objects.equals(leased.get(lease.member()), lease.token());
        }
    }

    @Override
    public synchronized Loaded load(PartnershipId partnership, TurnId turn, Optional<CaseId> theCase, PersonId person) {
        Shelf shelf = shelf(partnership);
        return new Loaded(
                Optional.ofNullable(shelf.turns.get(turn.value())),
                theCase.filter(shelf.events::containsKey).map(id -> history(partnership, id)),
                List.copyOf(shelf.drafts.getOrDefault(person, Map.of()).values()),
                List.copyOf(shelf.sent.getOrDefault(person, Map.of()).values()));
    }

    @Override
    public synchronized History history(PartnershipId partnership, CaseId theCase) {
        return new History(theCase, shelf(partnership).events.getOrDefault(theCase, List.of()));
    }

    @Override
    public synchronized List<History> listed(PartnershipId partnership, PersonId person, Set<PostId> posts) {
        Shelf shelf = shelf(partnership);
        List<History> found = new ArrayList<>();
        shelf.lists.forEach((id, listedFor) -> {
            if (listedFor.contains(person) || !Collections.disjoint(listedFor, posts)) {
                found.add(history(partnership, id));
            }
        });
        Collections.reverse(found);
        return found;
    }

    @Override
    public synchronized Committed commit(PartnershipId partnership, Commit commit) {
        Shelf shelf = shelf(partnership);
        if (shelf.turns.containsKey(commit.turn().value())) {
            return Committed.REPEATED;
        }
        if (commit.lease().filter(lease -> !shelf.cases.stands(lease)).isPresent()) {
            return Committed.LEASE_LOST;
        }
        if (commit.sent().filter(lease -> !shelf.messages.stands(lease)).isPresent()) {
            return Committed.LEASE_LOST;
        }
        if (conflicts(shelf, commit)) {
            return Committed.CONFLICT;
        }
        commit.lease().ifPresent(lease -> shelf.cases.leased.remove(lease.member()));
        commit.sent().ifPresent(lease -> complete(shelf, lease));
        commit.theCase().ifPresent(write -> write(shelf, write));
        commit.conversation().ifPresent(write -> write(shelf, write));
        Stream.concat(commit.withdrawn().stream(), commit.calledOff().stream()).forEach(id -> {
            shelf.outbox.remove(id);
            shelf.messages.due.remove(id.value());
        });
        commit.messages().forEach(message -> {
            shelf.outbox.put(message.id(), message);
            shelf.messages.due.put(message.id().value(), message.due());
        });
        shelf.turns.put(commit.turn().value(), new Earlier(commit.content(), commit.shown()));
        return Committed.STORED;
    }

    private static boolean conflicts(Shelf shelf, Commit commit) {
        boolean caseMoved = commit.theCase()
                .filter(w -> shelf.events.getOrDefault(w.id(), List.of()).size() != w.version())
                .isPresent();
        boolean conversationMoved = commit.conversation()
                .filter(w -> version(shelf, w.conversation()) != w.version())
                .isPresent();
        boolean gone = commit.withdrawn().stream().anyMatch(id -> !shelf.messages.due.containsKey(id.value()));
        return caseMoved || conversationMoved || gone;
    }

    private static int version(Shelf shelf, Conversation conversation) {
        return Stream.of(shelf.drafts, shelf.sent)
                .flatMap(m -> Stream.ofNullable(m.getOrDefault(conversation.person(), Map.of())
                        .get(conversation.id().value())))
                .mapToInt(Versioned::version)
                .max()
                .orElse(0);
    }

    private static void write(Shelf shelf, Commit.CaseWrite write) {
        shelf.events.computeIfAbsent(write.id(), id -> new ArrayList<>()).addAll(write.events());
        Set<Object> listedFor = new HashSet<>(write.people());
        listedFor.addAll(write.posts());
        shelf.lists.put(write.id(), listedFor);
        shelf.open.remove(write.id());
        write.open().ifPresent(protocol -> shelf.open.put(write.id(), protocol));
        shelf.cases.due.remove(write.id().value());
        // Whatever the clock saw when it claimed the case is no longer so.
        shelf.cases.leased.remove(write.id().value());
        write.due().ifPresent(due -> shelf.cases.due.put(write.id().value(), due));
    }

    private static void write(Shelf shelf, Commit.ConversationWrite write) {
        Conversation conversation = write.conversation();
        Map<String, Versioned<Conversation>> drafts =
                shelf.drafts.computeIfAbsent(conversation.person(), p -> new LinkedHashMap<>());
        Map<String, Versioned<Conversation>> sent =
                shelf.sent.computeIfAbsent(conversation.person(), p -> new LinkedHashMap<>());
        drafts.remove(conversation.id().value());
        sent.remove(conversation.id().value());
        Versioned<Conversation> next = new Versioned<>(conversation, write.version() + 1);
        if (write.fate() == Plan.Fate.KEPT) {
            drafts.put(conversation.id().value(), next);
        } else if (write.fate() == Plan.Fate.SENT) {
            sent.put(conversation.id().value(), next);
        }
    }

    @Override
    public synchronized long nextNumber(PartnershipId partnership, int year) {
        return shelf(partnership).numbers.merge(year, 1L, Long::sum);
    }

    @Override
    public synchronized List<Lease> claimCases(PartnershipId partnership, Instant now, int most) {
        return shelf(partnership).cases.claim(now, most);
    }

    @Override
    public synchronized List<Lease> claimMessages(PartnershipId partnership, Instant now, int most) {
        return shelf(partnership).messages.claim(now, most);
    }

    @Override
    public synchronized Map<CaseId, Instant> timers(PartnershipId partnership) {
        Map<CaseId, Instant> timers = new HashMap<>();
        Queue cases = shelf(partnership).cases;
        cases.due.forEach((member, due) -> timers.put(new CaseId(member), due));
        cases.leased.keySet().forEach(member -> timers.put(new CaseId(member), cases.wasDue.get(member)));
        return timers;
    }

    @Override
    public synchronized boolean setTimer(PartnershipId partnership, CaseId theCase, int version, Instant due) {
        Shelf shelf = shelf(partnership);
        boolean stands =
                history(partnership, theCase).version() == version && !shelf.cases.leased.containsKey(theCase.value());
        if (stands) {
            shelf.cases.due.put(theCase.value(), due);
        }
        return stands;
    }

    @Override
    public synchronized List<OutboxMessage> waiting(PartnershipId partnership) {
        return List.copyOf(shelf(partnership).outbox.values());
    }

    @Override
    public synchronized Optional<OutboxMessage> message(PartnershipId partnership, OutboxId message) {
        return Optional.ofNullable(shelf(partnership).outbox.get(message));
    }

    @Override
    public synchronized void release(PartnershipId partnership, Lease lease, Optional<Instant> due) {
        Queue cases = shelf(partnership).cases;
        if (cases.stands(lease)) {
            cases.leased.remove(lease.member());
            due.ifPresent(at -> cases.due.put(lease.member(), at));
        }
    }

    @Override
    public synchronized boolean complete(PartnershipId partnership, Lease lease) {
        Shelf shelf = shelf(partnership);
        if (!shelf.messages.stands(lease)) {
            return false;
        }
        complete(shelf, lease);
        return true;
    }

    private static void complete(Shelf shelf, Lease lease) {
        shelf.messages.leased.remove(lease.member());
        shelf.outbox.remove(new OutboxId(lease.member()));
    }

    @Override
    public synchronized boolean retry(PartnershipId partnership, Lease lease, OutboxMessage later) {
        Shelf shelf = shelf(partnership);
        if (!shelf.messages.stands(lease)) {
            return false;
        }
        shelf.messages.leased.remove(lease.member());
        shelf.outbox.put(later.id(), later);
        shelf.messages.due.put(later.id().value(), later.due());
        return true;
    }

    @Override
    public synchronized Map<CaseId, ProtocolId> open(PartnershipId partnership) {
        return Map.copyOf(shelf(partnership).open);
    }

    @Override
    public synchronized Optional<String> calendar(PartnershipId partnership) {
        return shelf(partnership).calendar;
    }

    @Override
    public synchronized void calendar(PartnershipId partnership, String fingerprint) {
        shelf(partnership).calendar = Optional.of(fingerprint);
    }

    @Override
    public synchronized Set<PersonId> peopleWithDrafts(PartnershipId partnership) {
        return shelf(partnership).drafts.entrySet().stream()
                .filter(drafts -> !drafts.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized Optional<Instant> alive(PartnershipId partnership) {
        return shelf(partnership).alive;
    }

    @Override
    public synchronized void alive(PartnershipId partnership, Instant now) {
        Shelf shelf = shelf(partnership);
        shelf.alive = shelf.alive.filter(last -> last.isAfter(now)).or(() -> Optional.of(now));
    }

    @Override
    public synchronized Optional<Instant> nextDue(PartnershipId partnership) {
        Shelf shelf = shelf(partnership);
        return Stream.concat(shelf.cases.due.values().stream(), shelf.messages.due.values().stream())
                .min(Instant::compareTo);
    }

    private Shelf shelf(PartnershipId partnership) {
        return shelves.computeIfAbsent(partnership, p -> new Shelf());
    }
}
