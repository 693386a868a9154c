package org.secondlook.teams.card;

import java.util.regex.Pattern;

/** Makes text show as it was written, whatever a client would otherwise read into it (security.md T19). */
final class Literal {

    /** Control characters other than a new line, and those that turn the direction of what follows. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern NEW_LINE = Pattern.compile("\\r\\n?");
    private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_~\\[\\]<>#|]|&(?=#?\\w+;)");

    /** What makes a list, or a heading of the line above, at the beginning of a line. */
    private static final Pattern LINE_START = Pattern.compile("^([ \\t]{0,3}\\d{0,9})([-+.)=])", Pattern.MULTILINE);

    private Literal() {}

    /**
     * Text for a place that reads no Markdown: a text run, a label, a button. Clients do replace {@code {{DATE(...)}}}
     * everywhere, so two braces are kept apart by a character of no width.
     */
    static String plain(String text) {
        String lines = NEW_LINE.matcher(text).replaceAll("\n");
        return INVISIBLE.matcher(lines).replaceAll(" ").replaceAll("\\{(?=\\{)", "{\u200B");
    }

    /** Text for a place that reads Markdown: a text block, a choice that stands in full. */
    static String markdown(String text) {
        String escaped = MARKDOWN.matcher(plain(text)).replaceAll("\\\\$0");
        return LINE_START.matcher(escaped).replaceAll("$1\\\\$2");
    }
}
