package org.secondlook.core.conversation;

import java.util.Set;

/**
 * Something that may be chosen.
 *
 * @param tags what conditions may call it beside its id: {@code own} for one's own agency, {@code today} for a date
 */
record Choice(String id, String label, Set<String> tags) {

    Choice {
        tags = Set.copyOf(tags);
    }

    Choice(String id, String label) {
        this(id, label, Set.of());
    }

    boolean is(String word) {
        return id.equals(word) || tags.contains(word);
    }
}
