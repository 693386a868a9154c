package org.secondlook.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.secondlook.core.casework.Actor;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.History;
import org.secondlook.core.casework.Recorded;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.faults.Ledger.Act;
import org.secondlook.store.KeyFile;
import org.secondlook.store.RedisStore;

/** What is stored: the histories of the cases that these raisers began. */
final class Records implements AutoCloseable {

    private static final PartnershipId NORTHSHIRE = new PartnershipId("northshire");

    private final RedisStore store;
    private final CaseStore cases;

    Records(RedisStore store, KeyFile keys) {
        this.store = store;
        this.cases = store.cases(keys);
    }

    /**
     * A case as it is stored.
     *
     * @param done how many events people made happen, and not the clock
     * @param acts how often each was stored
     */
    record Kept(String reference, long done, Map<Act, Integer> acts, Set<String> words) {}

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

    private static Kept kept(History history) {
        Map<Act, Integer> acts = new HashMap<>();
        Set<String> words = new TreeSet<>();
        for (Recorded recorded : history.events()) {
            act(recorded.event()).forEach(act -> acts.merge(act, 1, Integer::sum));
            words(recorded.event(), words);
        }
        String reference = history.latest(CaseEvent.CaseRaised.class)
                .map(raised -> raised.reference().value())
                .orElseThrow();
        long done = history.events().stream()
                .filter(recorded -> !recorded.stamp().by().equals(Actor.CLOCK))
                .count();
        return new Kept(reference, done, acts, words);
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
