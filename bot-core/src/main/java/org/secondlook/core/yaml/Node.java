package org.secondlook.core.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A piece of a YAML file and the line where it begins. */
sealed interface Node {

    int line();

    /** What it is, for a sentence: "a list". */
    String inWords();

    default Optional<Scalar> scalar() {
        return Optional.empty();
    }

    default Optional<Sequence> sequence() {
        return Optional.empty();
    }

    default Optional<Mapping> mapping() {
        return Optional.empty();
    }

    /** A single value, and what the YAML 1.2 core schema takes it for. */
    record Scalar(String value, Kind kind, int line) implements Node {

        enum Kind {
            TEXT("text"),
            WHOLE_NUMBER("a whole number"),
            NUMBER("a number"),
            BOOLEAN("true or false"),
            NOTHING("empty");

            private final String words;

            Kind(String words) {
                this.words = words;
            }
        }

        @Override
        public String inWords() {
            return kind.words;
        }

        @Override
        public Optional<Scalar> scalar() {
            return Optional.of(this);
        }
    }

    /** A list. */
    record Sequence(List<Node> items, int line) implements Node {

        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String inWords() {
            return "a list";
        }

        @Override
        public Optional<Sequence> sequence() {
            return Optional.of(this);
        }
    }

    /** Keys and values, in the order of the file. */
    record Mapping(Map<String, Entry> entries, int line) implements Node {

        @Override
        public String inWords() {
            return "a table of keys and values";
        }

        @Override
        public Optional<Mapping> mapping() {
            return Optional.of(this);
        }
    }

    /** One key of a mapping with its value. */
    record Entry(String key, int line, Node value) {}
}
