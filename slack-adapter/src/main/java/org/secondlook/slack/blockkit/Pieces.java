package org.secondlook.slack.blockkit;

import java.util.ArrayList;
import java.util.List;

/** Cuts a long text into pieces where it hurts least: after a paragraph, a line, a sentence or a word. */
final class Pieces {

    private static final List<String> ENDS = List.of("\n\n", "\n", ". ", " ");

    private Pieces() {}

    /** Pieces of at most that many characters; put together again they are the text, character by character. */
    static List<String> of(String text, int most) {
        List<String> pieces = new ArrayList<>();
        String rest = text;
        while (rest.length() > most) {
            int end = end(rest, most);
            pieces.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }

    private static int end(String text, int most) {
        for (String mark : ENDS) {
            int at = text.lastIndexOf(mark, most - mark.length());
            if (at >= most / 2) {
                return at + mark.length();
            }
        }
        return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }
}
