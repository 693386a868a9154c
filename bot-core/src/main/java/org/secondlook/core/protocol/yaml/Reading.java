package org.secondlook.core.protocol.yaml;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.secondlook.core.protocol.Who;
import org.secondlook.core.yaml.Findings;
import org.secondlook.core.yaml.Lines;
import org.secondlook.core.yaml.Nearest;
import org.secondlook.core.yaml.Spelling;
import org.secondlook.core.yaml.Table;
import org.secondlook.core.yaml.Text;

/** One reading of one pack: the names it knows, the lines it passes and what it finds. */
record Reading(Names names, Lines lines, Findings findings) {

    private static final Pattern TEXT_KEY = Pattern.compile("text/[a-z0-9]+(-[a-z0-9]+)*");

    /** Something that a grammar makes of words. */
    interface Grammar<T> {
        T read(String words) throws NotUnderstood;
    }

    /** The name under a key, which must be known. */
    Optional<String> name(Table table, String key, Kind kind) {
        return table.optionalText(key).filter(name -> isKnown(table, new Text(name, table.line(key)), kind));
    }

    /** The names under a key, each of which must be known. */
    List<String> names(Table table, String key, Kind kind) {
        return table.texts(key).stream()
                .filter(text -> isKnown(table, text, kind))
                .map(Text::value)
                .toList();
    }

    boolean isKnown(Table table, Text name, Kind kind) {
        boolean known = names.has(kind, name.value());
        if (!known) {
            findings.fault(
                    name.line(),
                    "%s names the %s '%s', which does not exist.%s"
                            .formatted(
                                    Spelling.capitalised(table.name()),
                                    kind.word(),
                                    name.value(),
                                    Nearest.hint(name.value(), names.of(kind))));
        }
        return known;
    }

    /** One person or post under a key, as a grammar reads it. */
    Optional<Who> who(Table table, String key, Grammar<Who> grammar) {
        return table.optionalText(key).flatMap(words -> understood(table, key, words, grammar));
    }

    /** Everybody named under a key. */
    List<Who> everybody(Table table, String key) {
        return table.optionalText(key)
                .flatMap(words -> understood(table, key, words, people()::everybody))
                .orElse(List.of());
    }

    WhoGrammar people() {
        return new WhoGrammar(names);
    }

    /** What a grammar makes of words under a key; if nothing, that is noted. */
    <T> Optional<T> understood(Table table, String key, String words, Grammar<T> grammar) {
        try {
            return Optional.of(grammar.read(words));
        } catch (NotUnderstood e) {
            findings.fault(table.line(key), "'%s' of %s %s".formatted(key, table.name(), e.getMessage()));
            return Optional.empty();
        }
    }

    /** The key of a text in the language files. */
    Optional<String> textKey(Table table, String key) {
        return table.optionalText(key).filter(word -> isTextKey(table.name(), new Text(word, table.line(key))));
    }

    boolean isTextKey(String what, Text text) {
        boolean matches = TEXT_KEY.matcher(text.value()).matches();
        if (!matches) {
            findings.fault(
                    text.line(),
                    "%s names '%s', which is no text. Write 'text/' and the name of a text in the language files."
                            .formatted(Spelling.capitalised(what), text.value()));
        }
        return matches;
    }
}
