package org.secondlook.core.message;

import java.util.List;

/** A part of a view that is read. */
public sealed interface Section {

    <R> R accept(Visitor<R> visitor);

    /** A paragraph of the bot's own words. */
    record Text(Words words) implements Section {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(words);
        }
    }

    /** A heading between parts. */
    record Heading(String words) implements Section {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.heading(words);
        }
    }

    /** Somebody's exact words, set apart from the bot's own and labelled with who wrote them. */
    record Quote(String speaker, SharedText words) implements Section {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.quote(speaker, words.words());
        }
    }

    /** Words that stay in the reader's own agency. */
    record Note(String label, PrivateNote words) implements Section {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.note(label, words.words());
        }
    }

    /** Labels and values. */
    record Facts(List<Fact> facts) implements Section {

        public Facts {
            facts = List.copyOf(facts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.facts(facts);
        }
    }

    /** One label and its value. */
    record Fact(String label, String value) {}

    /** A list of lines. */
    record Items(List<Words> items) implements Section {

        public Items {
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.items(items);
        }
    }

    /** A line that stands out. */
    record Callout(Tone tone, Words words) implements Section {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.callout(tone, words);
        }
    }

    /** A line with a button of its own: an answer and [Change], a case and [Open]. */
    record Row(String label, String value, Action action) implements Section {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.row(label, value, action);
        }
    }

    /** Buttons that belong to what was read before them. */
    record Buttons(List<Action> actions) implements Section {

        public Buttons {
            actions = List.copyOf(actions);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.buttons(actions);
        }
    }

    /** Why a line stands out. Colour is never its only sign: the words say it too. */
    enum Tone {
        GOOD,
        CAREFUL,
        URGENT
    }

    /** One answer for each kind of section. */
    interface Visitor<R> {
        R text(Words words);

        R heading(String words);

        R quote(String speaker, String words);

        R note(String label, String words);

        R facts(List<Fact> facts);

        R items(List<Words> items);

        R callout(Tone tone, Words words);

        R row(String label, String value, Action action);

        R buttons(List<Action> actions);
    }
}
