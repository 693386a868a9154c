package org.secondlook.core.protocol;

import java.util.List;

/**
 * A form filled from the record; a missing fact prints "Not recorded".
 *
 * @param fields each the word of a {@link CaseFact}, the id of a question, {@code <duty>.<record|reasons|outcome|date>}
 *     or {@code stages.<level|all>.<actions|outcome|learning>}
 */
public record Form(String id, String title, List<String> fields) {

    public Form {
        fields = List.copyOf(fields);
    }
}
