package org.secondlook.core.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.secondlook.core.message.Texts;
import org.secondlook.core.protocol.PackQuestion;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.Tool;
import org.secondlook.core.yaml.Spelling;

/**
 * The words of a pack as texts beside the bot's own: its questions under {@code Q.<question>}, and what it says under
 * {@code says.<slot>}. A pack names texts as {@code text/<name>}: those of the packs that ship with the bot stand in the
 * bundle as {@code pack.<pack>.<name>}, those of a partnership's own pack under its {@code texts} as {@code text.<name>}.
 */
public final class PackWords {

    private PackWords() {}

    /** The texts with the words of a pack in them, its own wording of the bot's texts included. */
    public static Texts in(Texts texts, Protocol protocol) {
        Map<String, String> words = new LinkedHashMap<>(protocol.texts());
        Texts own = texts.with(protocol.texts());
        protocol.says().forEach((slot, text) -> words.put("says." + slot, named(own, protocol, text, slot)));
        for (PackQuestion question : protocol.questions().values()) {
            String id = question(question);
            String label = named(own, protocol, question.words().orElse("text/" + question.id()), question.id());
            Stream.of("", ".on", ".at").forEach(part -> words.putIfAbsent(id + part + ".label", label));
            String name = named(own, protocol, "text/" + question.id() + "-short", question.id());
            Stream.of("", ".on", ".at").forEach(part -> words.putIfAbsent(id + part + ".short", name));
            options(question, protocol).forEach((option, text) -> words.put(id + ".option." + option, escaped(text)));
        }
        return texts.with(words);
    }

    /** The id of a pack's question among those of the bot. */
    static String question(PackQuestion question) {
        return "Q." + question.id();
    }

    /** What may be chosen in answer to a pack's question: id and words, in order. */
    static Map<String, String> options(PackQuestion question, Protocol protocol) {
        List<String> words = question.from().isPresent()
                ? protocol.tools().stream().map(Tool::name).toList()
                : question.options();
        Map<String, String> options = new LinkedHashMap<>();
        words.forEach(option -> options.put(
                option.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"), Spelling.capitalised(option)));
        return options;
    }

    private static String named(Texts texts, Protocol protocol, String slot, String otherwise) {
        String name = slot.substring(slot.indexOf('/') + 1);
        return Stream.of("text." + name, "pack.%s.%s".formatted(protocol.id().name(), name))
                .filter(texts::has)
                .findFirst()
                .map(key -> texts.pattern(Locale.ENGLISH, key))
                .orElseGet(() -> escaped(Spelling.sentence(otherwise)));
    }

    /** What a pack writes is words, not a message with arguments. */
    private static String escaped(String words) {
        return words.replace("'", "''").replace("{", "'{'").replace("}", "'}'");
    }
}
