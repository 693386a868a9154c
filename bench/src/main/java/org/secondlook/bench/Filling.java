package org.secondlook.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.secondlook.core.message.Input;
import org.secondlook.core.message.View;

/**
 * Fills in screens: with the answers given, and where an answer is needed and none is given, with a plain one.
 *
 * @param answers by question
 * @param day what other dates are answered with
 */
record Filling(Map<String, List<String>> answers, String day) {

    /** As long as what people write about what they see. */
    static final String SAID =
            "The baby has missed three visits since October and her weight has fallen through two centiles; nobody else sees her each week.";

    /** The day by which an answer is needed. Of those offered the last is taken: it is not needed today. */
    static final String ANSWER_BY = "P-11";

    /** What is entered on a screen. */
    Map<String, List<String>> entered(View view) {
        Map<String, List<String>> entered = new LinkedHashMap<>();
        for (Input input : view.inputs()) {
            entered.put(input.id(), answer(input));
        }
        return entered;
    }

    private List<String> answer(Input input) {
        List<String> given = answers.getOrDefault(input.id(), List.of());
        if (!given.isEmpty()) {
            return given;
        }
        return input.required() && input.values().isEmpty() ? List.of(plain(input)) : input.values();
    }

    private String plain(Input input) {
        return switch (input.kind()) {
            case CHOICE, CHOICES, SEARCH ->
                input.options()
                        .get(input.id().equals(ANSWER_BY) ? input.options().size() - 1 : 0)
                        .id();
            case DATE -> day;
            case TIME -> "10:00";
            case LINE -> "HV-20931";
            case TEXT -> SAID;
        };
    }
}
