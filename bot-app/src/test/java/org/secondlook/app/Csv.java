package org.secondlook.app;

import java.util.ArrayList;
import java.util.List;

/** Rows of comma-separated values as RFC 4180 writes them. */
final class Csv {

    private final String text;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> row = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    static List<List<String>> split(String text) {
        Csv csv = new Csv(text.replace("\r\n", "\n"));
        csv.split();
        return List.copyOf(csv.rows);
    }

    private void split() {
        while (at < text.length()) {
            char next = text.charAt(at++);
            switch (next) {
                case '"' -> quoted();
                case ',' -> endField();
                case '\n' -> endRow();
                default -> field.append(next);
            }
        }
        if (!row.isEmpty() || !field.isEmpty()) {
            endRow();
        }
    }

    private void quoted() {
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next != '"') {
                field.append(next);
            } else if (at < text.length() && text.charAt(at) == '"') {
                field.append(text.charAt(at++));
            } else {
                return;
            }
        }
    }

    private void endField() {
        row.add(field.toString());
        field.setLength(0);
    }

    private void endRow() {
        endField();
        rows.add(List.copyOf(row));
        row.clear();
    }
}
