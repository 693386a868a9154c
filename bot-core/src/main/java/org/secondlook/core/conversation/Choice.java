package org.secondlook.core.conversation;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Something that may be chosen.
 *
 * @param words what it is called on screen; asked for only where it is shown
 * @param tags what conditions may call it beside its id: {@code own} for one's own agency, {@code today} for a date
 */
record Choice(String id, Supplier<String> words, Set<String> tags) {

    Choice {
        tags = Set.copyOf(tags);
    }

    Choice(String id, Supplier<String> words) {
        this(id, words, Set.of());
    }

    String label() {
        return words.get();
    }

    boolean is(String word) {
        return id.equals(word) || tags.contains(word);
    }
}
