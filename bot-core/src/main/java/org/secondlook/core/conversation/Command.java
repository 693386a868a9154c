package org.secondlook.core.conversation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words that mean something to the bot at any time. A word alone is a command, a sentence is an answer. */
enum Command {
    HELP,
    BACK,
    CHANGE,
    SAVE,
    CANCEL,
    RESUME,
    CASES,
    STATUS,
    WHO,
    URGENT,
    PERSON,
    HELLO,
    THANKS,
    RAISE;

    private static final Map<String, Command> WORDS = Map.ofEntries(
            Map.entry("help", HELP),
            Map.entry("?", HELP),
            Map.entry("back", BACK),
            Map.entry("change", CHANGE),
            Map.entry("edit", CHANGE),
            Map.entry("save", SAVE),
            Map.entry("stop", SAVE),
            Map.entry("cancel", CANCEL),
            Map.entry("delete", CANCEL),
            Map.entry("resume", RESUME),
            Map.entry("continue", RESUME),
            Map.entry("cases", CASES),
            Map.entry("my cases", CASES),
            Map.entry("status", STATUS),
            Map.entry("who", WHO),
            Map.entry("urgent", URGENT),
            Map.entry("person", PERSON),
            Map.entry("hello", HELLO),
            Map.entry("hi", HELLO),
            Map.entry("thanks", THANKS),
            Map.entry("thank you", THANKS),
            Map.entry("cheers", THANKS),
            Map.entry("raise", RAISE),
            Map.entry("hepl", HELP),
            Map.entry("halp", HELP),
            Map.entry("bakc", BACK),
            Map.entry("chnage", CHANGE),
            Map.entry("svae", SAVE),
            Map.entry("cancle", CANCEL),
            Map.entry("resum", RESUME),
            Map.entry("casess", CASES),
            Map.entry("urgant", URGENT),
            Map.entry("persn", PERSON));

    /** The command that a text is, if it is one and nothing more. */
    static Optional<Command> of(String text) {
        return Optional.ofNullable(WORDS.get(text.strip().toLowerCase(Locale.ROOT)));
    }
}
