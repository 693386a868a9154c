package org.secondlook.faults;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.secondlook.core.casework.Actor;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.History;
import org.secondlook.core.casework.Recorded;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.faults.Ledger.Act;
import org.secondlook.store.Erasure;
import org.secondlook.store.KeyFile;
import org.secondlook.store.RedisStore;

/** What is stored: the histories of the cases that these raisers began. */
final class Records implements AutoCloseable {

    private static final PartnershipId NORTHSHIRE = new PartnershipId("northshire");

    private final RedisStore store;
    private final CaseStore cases;
    private final Erasure erasure;

    Records(RedisStore store, KeyFile keys) {
        this.store = store;
        this.cases = store.cases(keys);
        this.erasure = store.erasure(NORTHSHIRE, keys);
    }

    /**
     * A case as it is stored.
     *
     * @param done what people made happen, and not the clock
     * @param acts how often each was stored
     */
    record Kept(String reference, List<String> done, Map<Act, Integer> acts, Set<String> words) {}

    /** Every case of these raisers, by its reference; two of the same reference are an error. */
    Map<String, Kept> of(Set<String> raisers) {
        Map<String, Kept> all = new TreeMap<>();
        for (String raiser : raisers) {
            for (History history : cases.listed(NORTHSHIRE, new PersonId(raiser), Set.of())) {
                Kept kept = kept(history);
                if (all.put(kept.reference(), kept) != null) {
                    throw new AssertionError("Two cases are called " + kept.reference());
                }
            }
        }
        return all;
    }

    /** Of which cases there are messages to be sent by then. */
    Set<String> casesWithUnsentMessages(Instant then) {
        return cases.waiting(NORTHSHIRE).stream()
                .filter(message -> !message.due().isAfter(then))
                .flatMap(message -> message.theCase().stream())
                .distinct()
                .map(id -> reference(cases.history(NORTHSHIRE, id)))
                .collect(Collectors.toSet());
    }

    /** Whether everything is sent that was to be. */
    boolean allIsSent() {
        return cases.waiting(NORTHSHIRE).isEmpty();
    }

    /** Erases the cases that are open. */
    void eraseOpen(Instant now) {
        for (CaseId open : cases.open(NORTHSHIRE).keySet()) {
            boolean erased = Waiting.until(
                    Batch.ARRIVES_WITHIN,
                    () -> erasure.erase(open, cases.history(NORTHSHIRE, open).version(), now));
            if (!erased) {
                throw new AssertionError("Expected case %s to be erased".formatted(open));
            }
        }
    }

    private static String reference(History history) {
        return history.latest(CaseEvent.CaseRaised.class)
                .map(raised -> raised.reference().value())
                .orElseThrow();
    }

    private static Kept kept(History history) {
        Map<Act, Integer> acts = new HashMap<>();
        Set<String> words = new TreeSet<>();
        for (Recorded recorded : history.events()) {
            act(recorded.event()).forEach(act -> acts.merge(act, 1, Integer::sum));
            words(recorded.event(), words);
        }
        List<String> done = history.events().stream()
                .filter(recorded -> !recorded.stamp().by().equals(Actor.CLOCK))
                .map(recorded -> recorded.event().getClass().getSimpleName())
                .toList();
        return new Kept(reference(history), done, acts, words);
    }

    private static List<Act> act(CaseEvent event) {
        String name = event.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return List.of(Act.values()).stream()
                .filter(act -> act.name().equalsIgnoreCase(name))
                .toList();
    }

    /** Every shared word in an event, wherever it stands in it. */
    private static void words(Object value, Set<String> found) {
        if (value instanceof SharedText text) {
            found.add(text.words());
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> words(each, found));
        } else if (value instanceof Iterable<?> list) {
            list.forEach(each -> words(each, found));
        } else if (value instanceof java.util.Optional<?> optional) {
            optional.ifPresent(each -> words(each, found));
        } else if (value instanceof Record && value.getClass().getName().startsWith("org.secondlook.core")) {
            for (java.lang.reflect.RecordComponent component : value.getClass().getRecordComponents()) {
                try {
                    Object inner = component.getAccessor().invoke(value);
                    if (inner != null) {
                        words(inner, found);
                    }
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
