package org.secondlook.core.casework;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.message.SharedText;

/**
 * What somebody said for both agencies to see: by question, the options or dates chosen and the words written, in the
 * order of the questions.
 */
public record Statement(Map<String, List<String>> choices, Map<String, SharedText> words) {

    public static final Statement EMPTY = new Statement(Map.of(), Map.of());

    public Statement {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    /** The words in answer to a question, if any were written. */
    public Optional<SharedText> said(String question) {
        return Optional.ofNullable(words.get(question));
    }
}
