package org.secondlook.core.conversation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The questionnaires of all tasks. */
public final class Questionnaires {

    private static final List<String> SHIPPED = List.of(
            Task.RAISE, "forward", "date", "respond", "resolve", "refuse", "closing", "talk", "decide", "move-up");

    private final Map<String, Questionnaire> byId;

    private Questionnaires(Map<String, Questionnaire> byId) {
        this.byId = byId;
    }

    /** Those that ship with the bot. */
    public static Questionnaires shipped() {
        return new Questionnaires(SHIPPED.stream()
                .map(QuestionnaireReader::shipped)
                .collect(Collectors.toUnmodifiableMap(Questionnaire::id, Function.identity())));
    }

    Questionnaire of(String id) {
        Questionnaire questionnaire = byId.get(id);
        if (questionnaire == null) {
            throw new IllegalArgumentException("Expected questionnaire %s, but there is none".formatted(id));
        }
        return questionnaire;
    }
}
