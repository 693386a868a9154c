package org.secondlook.playground.slack;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What the client shows a person after an act of theirs.
 *
 * @param trouble the client's own complaint when the bot did not answer as it should, otherwise empty
 * @param errors what is wrong with an input, by block id
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Outcome(String trouble, Map<String, String> errors) {

    static final Outcome DONE = new Outcome("", Map.of());

    public Outcome {
        errors = Map.copyOf(errors);
    }

    static Outcome trouble(String complaint) {
        return new Outcome(complaint, Map.of());
    }

    static Outcome trouble(String complaint, List<String> faults) {
        return trouble(faults.isEmpty() ? complaint : complaint + " (" + String.join("; ", faults) + ")");
    }

    static Outcome errors(Map<String, String> errors) {
        return new Outcome("", errors);
    }
}
