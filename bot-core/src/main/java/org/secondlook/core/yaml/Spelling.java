package org.secondlook.core.yaml;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How the constants of an enum, and lists of them, are written in files and sentences. */
public final class Spelling {

    private Spelling() {}

    /** {@code FIRST_LINE} is written {@code first-line}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Every constant as it is written. */
    public static <E extends Enum<E>> List<String> all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Spelling::of).toList();
    }

    /** The constant so written; spaces are as good as hyphens. */
    public static <E extends Enum<E>> Optional<E> find(String word, Class<E> type) {
        return find(word, EnumSet.allOf(type));
    }

    static <E extends Enum<E>> Optional<E> find(String word, Set<E> among) {
        String written = word.replace(' ', '-');
        return among.stream().filter(c -> of(c).equals(written)).findFirst();
    }

    /** {@code "a, b or c"}. */
    public static String anyOf(Collection<String> words) {
        return joined(words, " or ");
    }

    /** {@code "a, b and c"}. */
    public static String allOf(Collection<String> words) {
        return joined(words, " and ");
    }

    /** {@code "Stage step-1"} for {@code "stage step-1"}. */
    public static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** {@code "First work kind"} for {@code "first-work-kind"}. */
    public static String sentence(String word) {
        return capitalised(word.replace('-', ' '));
    }

    private static String joined(Collection<String> words, String last) {
        List<String> all = List.copyOf(words);
        int end = all.size() - 1;
        return end < 1 ? String.join("", all) : String.join(", ", all.subList(0, end)) + last + all.get(end);
    }
}
