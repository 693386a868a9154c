package org.secondlook.core.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.message.Input;

/**
 * One question of a task, as data (design.md decision 33). Its words are texts under its id.
 *
 * @param shared whether the other agency may see the answer; decided here and nowhere else
 * @param kept whether the answer is stored at all; a prompt to think is not
 * @param options fixed options, for choices
 * @param from where the options come from instead
 * @param when on which answers of its screen it depends
 * @param checks what an answer must pass beside being there
 * @param answers the name by which packs ask it, where they do
 * @param ifAsked whether it is asked only where the pack asks it
 */
public record Question(
        String id,
        Input.Kind kind,
        boolean shared,
        boolean required,
        boolean kept,
        List<String> options,
        Optional<OptionSource> from,
        When when,
        Set<Check> checks,
        Optional<String> answers,
        boolean ifAsked) {

    /** Where options come from that depend on the case, the directory or the day. */
    public enum OptionSource {
        TOPICS,
        AGENCIES,
        /** The same without "I don't know". */
        KNOWN_AGENCIES,
        /** The same without one's own. */
        OTHER_AGENCIES,
        COLLEAGUES,
        /** Those of one's own agency to whom something may belong, and "I don't know". */
        SUCCESSORS,
        /** Those of one's own agency who can cover for whoever was asked. */
        COVERS,
        DECISION_MAKERS,
        ANSWER_DATES,
        SHARED_ANSWERS,
        PARTIES,
        OUTCOMES,
        DUTY_OUTCOMES,
        DUTY_ITEMS,
        /** The local authorities. */
        COUNCILS
    }

    /** What an answer must pass; each has a text that says how to go on. */
    public enum Check {
        NOT_IN_THE_FUTURE,
        NOT_IN_THE_PAST,
        NO_NAME,
        NO_IDENTIFIER,
        /** Everything on offer must be chosen. */
        ALL
    }

    public Question {
        options = List.copyOf(options);
        checks = Set.copyOf(checks);
    }

    /** Whether the answer is words, not a choice or a date. */
    public boolean isWords() {
        return kind == Input.Kind.TEXT || kind == Input.Kind.LINE;
    }

    /** Whether the answer is one or several of what is on offer. */
    public boolean isChosen() {
        return kind == Input.Kind.CHOICE || kind == Input.Kind.CHOICES || kind == Input.Kind.SEARCH;
    }
}
