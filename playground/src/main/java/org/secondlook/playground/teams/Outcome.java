package org.secondlook.playground.teams;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What the client shows a person after an act of theirs.
 *
 * @param trouble the client's own complaint when the bot did not answer as it should, otherwise empty
 * @param toast a short message from the bot, otherwise empty
 * @param errors what is wrong with an input, by input id
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Outcome(String trouble, String toast, Map<String, String> errors) {

    static final Outcome DONE = new Outcome("", "", Map.of());

    private static final String UNREACHABLE = "Unable to reach app. Please try again.";
    private static final String WENT_WRONG = "Something went wrong. Please try again.";

    public Outcome {
        errors = Map.copyOf(errors);
    }

    static Outcome unreachable() {
        return new Outcome(UNREACHABLE, "", Map.of());
    }

    static Outcome wentWrong(String why) {
        return new Outcome(WENT_WRONG + " (" + why + ")", "", Map.of());
    }

    static Outcome wentWrong(List<String> faults) {
        return wentWrong(String.join("; ", faults));
    }

    static Outcome toast(String message) {
        return new Outcome("", message, Map.of());
    }

    static Outcome errors(Map<String, String> errors) {
        return new Outcome("", "", errors);
    }
}
