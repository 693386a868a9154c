package org.secondlook.core.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.message.Input;
import org.secondlook.core.yaml.Findings;
import org.secondlook.core.yaml.Table;
import org.secondlook.core.yaml.YamlFile;

/** Reads the questionnaires that ship with the bot. */
final class QuestionnaireReader {

    private QuestionnaireReader() {}

    static Questionnaire shipped(String id) {
        String file = id + ".yaml";
        try (InputStream in = QuestionnaireReader.class.getResourceAsStream("/questionnaires/" + file)) {
            if (in == null) {
                throw new IllegalStateException("Expected questionnaire %s, but there is none".formatted(file));
            }
            return read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Questionnaire read(String file, String text) {
        Findings findings = new Findings(file);
        Table root = YamlFile.read("the questionnaire", text, findings);
        Questionnaire questionnaire = new Questionnaire(
                root.id("questionnaire"),
                root.rows("screens", "screen").stream()
                        .map(QuestionnaireReader::screen)
                        .toList(),
                root.optionalText("check"),
                List.of());
        root.nothingElse();
        findings.refuseIfFaulty();
        return questionnaire;
    }

    private static Screen screen(Table row) {
        Screen screen = new Screen(
                row.text("id"),
                row.rows("asks", "question").stream()
                        .map(QuestionnaireReader::question)
                        .toList(),
                stops(row),
                when(row),
                row.isTrue("when-needed-today"),
                row.isTrue("repeats"));
        row.nothingElse();
        return screen;
    }

    private static List<Screen.Stop> stops(Table row) {
        List<Screen.Stop> stops = new ArrayList<>();
        for (Table stop : row.rows("stops", "button")) {
            Optional<Screen.Effect> effect = stop.word("does", Screen.Effect.class);
            String id = stop.text("id");
            effect.ifPresent(does -> stops.add(new Screen.Stop(id, does)));
            stop.nothingElse();
        }
        return stops;
    }

    private static Question question(Table row) {
        Question question = new Question(
                row.text("id"),
                row.word("kind", Input.Kind.class).orElse(Input.Kind.TEXT),
                row.isTrue("shared"),
                !row.isTrue("optional"),
                !row.isTrue("forget"),
                row.plainTexts("options"),
                row.optionalWord("from", Question.OptionSource.class),
                when(row),
                checks(row),
                row.optionalText("answers"),
                row.isTrue("if-asked"));
        row.nothingElse();
        return question;
    }

    private static When when(Table row) {
        Map<String, Set<String>> answers = new LinkedHashMap<>();
        if (row.has("when")) {
            Table when = row.table("when");
            when.keys().forEach(question -> answers.put(question, Set.copyOf(when.plainTexts(question))));
        }
        return new When(answers);
    }

    private static Set<Question.Check> checks(Table row) {
        Set<Question.Check> checks = EnumSet.noneOf(Question.Check.class);
        checks.addAll(row.words("checks", Question.Check.class));
        return checks;
    }
}
