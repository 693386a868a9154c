package org.secondlook.core.protocol;

import java.util.List;
import java.util.Optional;

/**
 * A question of the pack's own. Private unless the pack says otherwise, so that a slip leaks nothing.
 *
 * @param from the table of the pack that supplies the options
 * @param words the text slot that words it
 * @param sets the anchor that the answer fixes
 * @param leaveWhen the option that ends the task
 */
public record PackQuestion(
        String id,
        Kind kind,
        boolean shared,
        boolean optional,
        List<String> options,
        Optional<String> from,
        Optional<String> words,
        Optional<Anchor.Kind> sets,
        Optional<String> leaveWhen) {

    /** How it is answered. */
    public enum Kind {
        TEXT,
        CHOICE,
        TIME,
        REFERENCES
    }

    public PackQuestion {
        options = List.copyOf(options);
    }
}
