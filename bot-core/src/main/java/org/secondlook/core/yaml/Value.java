package org.secondlook.core.yaml;

import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A node of the tree read as the type that somebody expects. Where it is another, that is noted.
 *
 * @param what how sentences call it: "'title' of stage step-1"
 */
record Value(Node node, String what, int line, Findings findings) {

    Optional<String> text() {
        Optional<Node.Scalar> scalar = node.scalar();
        if (scalar.isEmpty()) {
            mustBe("text", node.inWords());
            return Optional.empty();
        }
        String text = scalar.get().value().strip();
        if (scalar.get().kind() == Node.Scalar.Kind.NOTHING || text.isEmpty()) {
            fault("is empty. Fill it in or delete it.");
            return Optional.empty();
        }
        if (scalar.get().kind() != Node.Scalar.Kind.TEXT) {
            fault("would be read as %s. Put quotes round it: \"%s\"."
                    .formatted(scalar.get().inWords(), text));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    Optional<Integer> wholeNumber() {
        return single("a whole number from 1", Node.Scalar.Kind.WHOLE_NUMBER, Integer::valueOf)
                .filter(n -> {
                    if (n < 1) {
                        mustBe("a whole number from 1", "'%d'".formatted(n));
                    }
                    return n >= 1;
                });
    }

    Optional<Boolean> flag() {
        return single("true or false", Node.Scalar.Kind.BOOLEAN, "true"::equalsIgnoreCase);
    }

    /** What a text stands for, such as a date; nothing where it is still to fill. */
    <T> Optional<T> parsed(String expected, Function<String, T> parser) {
        return text().filter(t -> !t.equals(YamlFile.TO_FILL)).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (DateTimeException e) {
                mustBe(expected, "'%s'".formatted(text));
                return Optional.empty();
            }
        });
    }

    <E extends Enum<E>> Optional<E> word(Set<E> allowed) {
        return text().flatMap(text -> {
            Optional<E> found = Spelling.find(text, allowed);
            if (found.isEmpty()) {
                List<String> known = allowed.stream().map(Spelling::of).toList();
                fault("cannot be '%s'.%s Use %s.".formatted(text, Nearest.hint(text, known), Spelling.anyOf(known)));
            }
            return found;
        });
    }

    List<Value> items() {
        if (node.sequence().isEmpty()) {
            mustBe("a list such as [a, b]", node.inWords());
        }
        return node.sequence().map(Node.Sequence::items).orElse(List.of()).stream()
                .map(item -> new Value(item, "an entry of " + what, item.line(), findings))
                .toList();
    }

    Optional<Node.Mapping> mapping() {
        if (node.mapping().isEmpty()) {
            mustBe("a table of keys and values", node.inWords());
        }
        return node.mapping();
    }

    Value called(String name) {
        return new Value(node, name, line, findings);
    }

    private <T> Optional<T> single(String expected, Node.Scalar.Kind kind, Function<String, T> parser) {
        Optional<Node.Scalar> scalar = node.scalar();
        if (scalar.isPresent() && scalar.get().kind() == kind) {
            try {
                return Optional.of(parser.apply(scalar.get().value()));
            } catch (NumberFormatException e) {
                // A number, but not one of ours: too long, or in another base.
            }
        }
        mustBe(expected, scalar.map(s -> "'%s'".formatted(s.value())).orElse(node.inWords()));
        return Optional.empty();
    }

    private void mustBe(String expected, String found) {
        fault("must be %s, but is %s.".formatted(expected, found));
    }

    private void fault(String rest) {
        findings.fault(line, Spelling.capitalised(what) + " " + rest);
    }
}
