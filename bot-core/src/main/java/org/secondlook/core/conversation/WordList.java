package org.secondlook.core.conversation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A fixed, published list of words and phrases. Text is held to it on the spot; nothing is sent anywhere. */
final class WordList {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019`]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}*]+");

    private final List<String> phrases;
    private final Pattern anyOfThem;

    /**
     * @param list the phrases, with semicolons between them; one that ends in {@code *} stands for every word that begins so
     */
    WordList(String list) {
        this.phrases = Arrays.stream(list.split(";", -1)).map(WordList::plain).toList();
        this.anyOfThem = Pattern.compile(phrases.stream()
                .map(phrase -> phrase.replaceFirst("\\*$", "\\\\p{L}*"))
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")));
    }

    /** Whether one of the phrases stands in a text, however its apostrophes and capitals are written. */
    boolean isIn(String text) {
        return anyOfThem.matcher(plain(text)).find();
    }

    /** Whether a text is one of the phrases and nothing more. */
    boolean has(String text) {
        return phrases.contains(plain(text));
    }

    private static String plain(String text) {
        String letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String words = APOSTROPHES.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll("");
        return BETWEEN_WORDS.matcher(words).replaceAll(" ").strip();
    }
}
