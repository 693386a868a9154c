package org.secondlook.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found to be wrong. */
final class Findings {

    /** In which way. */
    enum Kind {
        LOST,
        DOUBLED,
        MISSED,
        EARLY,
        MISROUTED
    }

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final List<String> sentences = new ArrayList<>();
    private int again;

    synchronized void add(Kind kind, String what) {
        counts.merge(kind, 1, Integer::sum);
        sentences.add(kind + ": " + what);
    }

    /** A message came again that nobody could know to have arrived. */
    synchronized void cameAgain() {
        again++;
    }

    synchronized int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    synchronized int again() {
        return again;
    }

    synchronized List<String> sentences() {
        return List.copyOf(sentences);
    }
}
