package org.secondlook.core.conversation;

import java.util.Map;
import java.util.Set;

/**
 * A condition on earlier answers: every question named has one of the options named, by id or by what the option is
 * tagged with.
 */
public record When(Map<String, Set<String>> answers) {

    public static final When ALWAYS = new When(Map.of());

    public When {
        answers = Map.copyOf(answers);
    }
}
