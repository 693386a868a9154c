package org.secondlook.core.protocol;

import java.util.List;

/** A form filled from the record; a missing fact prints "Not recorded". */
public record Form(String id, String title, List<String> fields) {

    public Form {
        fields = List.copyOf(fields);
    }
}
