package org.secondlook.core.message;

import java.util.ArrayList;
import java.util.List;

/** A text of the bot's own, in which some parts may be bold. What people typed is never read for markup. */
public record Words(List<Span> spans) {

    /** A run of text. */
    public record Span(String text, boolean bold) {}

    /** Stands for {@code **} in texts; a private-use character, so nobody types it. */
    static final char BOLD = '\uE000';

    public Words {
        spans = List.copyOf(spans);
    }

    public static Words plain(String text) {
        return new Words(List.of(new Span(text, false)));
    }

    /** Splits a formatted text at its bold marks. */
    static Words marked(String text) {
        List<Span> spans = new ArrayList<>();
        boolean bold = false;
        int from = 0;
        for (int to = text.indexOf(BOLD); to >= 0; to = text.indexOf(BOLD, from)) {
            add(spans, text.substring(from, to), bold);
            bold = !bold;
            from = to + 1;
        }
        add(spans, text.substring(from), bold);
        return new Words(spans);
    }

    /** The text without its emphasis. */
    public String text() {
        StringBuilder all = new StringBuilder();
        spans.forEach(span -> all.append(span.text()));
        return all.toString();
    }

    private static void add(List<Span> spans, String text, boolean bold) {
        if (!text.isEmpty()) {
            spans.add(new Span(text, bold));
        }
    }
}
