package org.secondlook.core.message;

import java.util.List;
import java.util.Optional;

/**
 * A place in a view where a person answers.
 *
 * @param id the question it belongs to; what was entered comes back under this id
 * @param hint one line below the label; empty where none is needed
 * @param options for choices and searches, what may be chosen
 * @param values what was entered so far: option ids, an ISO date, a 24-hour time, or the text
 * @param error what is wrong with it and how to go on
 */
public record Input(
        String id,
        Kind kind,
        String label,
        String hint,
        boolean required,
        List<Option> options,
        List<String> values,
        Optional<String> error) {

    /** How it is answered. */
    public enum Kind {
        CHOICE,
        CHOICES,
        LINE,
        TEXT,
        DATE,
        TIME,
        SEARCH
    }

    /** Something to choose. */
    public record Option(String id, String label) {}

    /** The most characters that an input for text takes: what Slack lets one hold. */
    public static final int MAX_TEXT = 3_000;

    /** The most characters a line may have. */
    public static final int MAX_LINE = 200;

    /** The most characters of an answer in the typed path, where a platform sets no limit. */
    public static final int MAX_TYPED = 12_000;

    public Input {
        options = List.copyOf(options);
        values = List.copyOf(values);
    }
}
