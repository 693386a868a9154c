package org.secondlook.faults;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one case must have become: what people were told is recorded, and the words they wrote.
 *
 * <p>An act is entered when its receipt was seen, and only then.
 */
final class Ledger {

    /** What people do to a case, by the name of what it makes happen. */
    enum Act {
        CASE_RAISED,
        TAKEN_FORWARD,
        RESPONDED,
        RESOLUTION_PROPOSED,
        RESOLUTION_CONFIRMED,
        CLOSING_ANSWERED
    }

    private final Map<Act, Integer> acknowledged = new LinkedHashMap<>();
    private final Set<String> words = new TreeSet<>();
    private String reference = "";

    synchronized void acknowledge(Act act) {
        acknowledged.merge(act, 1, Integer::sum);
    }

    synchronized void wrote(String text) {
        words.add(text);
    }

    synchronized void isCalled(String itsReference) {
        reference = itsReference;
    }

    synchronized String reference() {
        return reference;
    }

    synchronized Map<Act, Integer> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    synchronized Set<String> words() {
        return Set.copyOf(words);
    }
}
