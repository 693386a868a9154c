package org.secondlook.core.message;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The texts as one person reads them: in their language, with a partnership's own wording. */
public record Wording(Texts texts, Locale language) {

    /**
     * The text of a key without emphasis.
     *
     * @param arguments names and values in turn
     */
    public String say(String key, Object... arguments) {
        return texts.say(language, key, named(arguments));
    }

    /** The text of a key with its emphasis. */
    public Words words(String key, Object... arguments) {
        return texts.words(language, key, named(arguments));
    }

    /** The text of a key without emphasis, from arguments by name. */
    public String say(String key, Map<String, ?> arguments) {
        return texts.say(language, key, arguments);
    }

    /** The text of a key with its emphasis, from arguments by name. */
    public Words words(String key, Map<String, ?> arguments) {
        return texts.words(language, key, arguments);
    }

    /** The short name of a question, for lists; its label where it has none. */
    public String name(String question, int round) {
        String key = has(question + ".short") ? question + ".short" : question + ".label";
        return say(key, "round", round);
    }

    public boolean has(String key) {
        return texts.has(key);
    }

    /** Whether these are all the arguments that the text of a key needs. */
    public boolean isToldAll(String key, Map<String, ?> arguments) {
        return texts.isToldAll(language, key, arguments);
    }

    private static Map<String, Object> named(Object... arguments) {
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException("Expected names and values in turn, but found an odd number");
        }
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            named.put((String) arguments[i], arguments[i + 1]);
        }
        return named;
    }
}
