package org.secondlook.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.secondlook.core.casework.OwnNotes;
import org.secondlook.core.casework.Statement;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.message.PrivateNote;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.protocol.Late;
import org.secondlook.core.protocol.Who;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.util.StdConverter;

/** What Jackson must be told about the core's types, said here so that the core need not know of it. */
final class StoredForms {

    private StoredForms() {}

    abstract static class Id {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Id(String value) {}

        @JsonValue
        abstract String value();
    }

    interface Words {

        @JsonProperty(StoredJson.SEALED)
        String words();
    }

    /** The number of a child's file tells who the child is to everybody who can look into the file. */
    interface Child {

        @JsonSerialize(converter = SealedText.Wrap.class)
        @JsonDeserialize(converter = SealedText.Unwrap.class)
        String reference();
    }

    /** What somebody said is sealed whole, choices as well as words. */
    @JsonSerialize(converter = SealedSaying.OfStatement.class)
    @JsonDeserialize(converter = SealedSaying.ToStatement.class)
    interface Said {}

    /** What somebody noted is sealed whole, choices as well as words. */
    @JsonSerialize(converter = SealedSaying.OfNotes.class)
    @JsonDeserialize(converter = SealedSaying.ToNotes.class)
    interface Noted {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Late.AsStage.class, name = "as-stage"),
        @JsonSubTypes.Type(value = Late.Move.class, name = "move"),
        @JsonSubTypes.Type(value = Late.ToDeputy.class, name = "to-deputy"),
        @JsonSubTypes.Type(value = Late.Tell.class, name = "tell")
    })
    interface LateKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Who.Term.Raiser.class, name = "raiser"),
        @JsonSubTypes.Type(value = Who.Term.DecisionMaker.class, name = "decision-maker"),
        @JsonSubTypes.Type(value = Who.Term.CoWorker.class, name = "co-worker"),
        @JsonSubTypes.Type(value = Who.Term.AtLevel.class, name = "at-level"),
        @JsonSubTypes.Type(value = Who.Term.Lead.class, name = "lead"),
        @JsonSubTypes.Type(value = Who.Term.RoleHolder.class, name = "role"),
        @JsonSubTypes.Type(value = Who.Term.OutsideContact.class, name = "contact")
    })
    interface TermKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Telling.To.ThePost.class, name = "post"),
        @JsonSubTypes.Type(value = Telling.To.ThePerson.class, name = "person")
    })
    interface ToKinds {}

    record SealedText(String s) {

        static final class Wrap extends StdConverter<String, SealedText> {
            @Override
            public SealedText convert(String text) {
                return new SealedText(text);
            }
        }

        static final class Unwrap extends StdConverter<SealedText, String> {
            @Override
            public String convert(SealedText sealed) {
                return sealed.s();
            }
        }
    }

    record SealedSaying(Saying s) {

        /** What was chosen and what was written, by question. */
        record Saying(Map<String, List<String>> choices, Map<String, String> words) {

            private static <W> SealedSaying of(
                    Map<String, List<String>> choices, Map<String, W> words, Function<W, String> plain) {
                Map<String, String> all = new LinkedHashMap<>();
                words.forEach((question, said) -> all.put(question, plain.apply(said)));
                return new SealedSaying(new Saying(choices, all));
            }

            private <W> Map<String, W> words(Function<String, W> as) {
                Map<String, W> all = new LinkedHashMap<>();
                words.forEach((question, said) -> all.put(question, as.apply(said)));
                return all;
            }
        }

        static final class OfStatement extends StdConverter<Statement, SealedSaying> {
            @Override
            public SealedSaying convert(Statement statement) {
                return Saying.of(statement.choices(), statement.words(), SharedText::words);
            }
        }

        static final class ToStatement extends StdConverter<SealedSaying, Statement> {
            @Override
            public Statement convert(SealedSaying sealed) {
                return new Statement(sealed.s().choices(), sealed.s().words(SharedText::new));
            }
        }

        static final class OfNotes extends StdConverter<OwnNotes, SealedSaying> {
            @Override
            public SealedSaying convert(OwnNotes notes) {
                return Saying.of(notes.choices(), notes.words(), PrivateNote::words);
            }
        }

        static final class ToNotes extends StdConverter<SealedSaying, OwnNotes> {
            @Override
            public OwnNotes convert(SealedSaying sealed) {
                return new OwnNotes(sealed.s().choices(), sealed.s().words(PrivateNote::new));
            }
        }
    }
}
