package org.secondlook.core.casework;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.message.PrivateNote;

/** What somebody said for their own agency only. */
public record OwnNotes(Map<String, List<String>> choices, Map<String, PrivateNote> words) {

    public static final OwnNotes EMPTY = new OwnNotes(Map.of(), Map.of());

    public OwnNotes {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    /** The words in answer to a question, if any were written. */
    public Optional<PrivateNote> said(String question) {
        return Optional.ofNullable(words.get(question));
    }
}
