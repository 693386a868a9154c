package org.secondlook.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads text as Slack writes it: with {@code & < >} escaped, and with what its client recognised as a link or a mention in
 * angle brackets. What comes out is what the person typed, as far as Slack still says it.
 */
final class SlackText {

    private static final Pattern MARK = Pattern.compile("<([@#!]?)([^<>|]*)(?:\\|([^<>]*))?>");
    private static final String MAIL = "mailto:";

    private SlackText() {}

    /** Typed text without Slack's marks. */
    static String plain(String text) {
        Matcher marks = MARK.matcher(text);
        StringBuilder plain = new StringBuilder();
        while (marks.find()) {
            marks.appendReplacement(
                    plain, Matcher.quoteReplacement(shown(marks.group(1), marks.group(2), marks.group(3))));
        }
        return unescaped(marks.appendTail(plain).toString());
    }

    /** The text with the three escaped characters as they are. */
    static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String shown(String sign, String target, @Nullable String label) {
        String words = label != null && !label.isEmpty() ? label : target;
        return switch (sign) {
            case "@", "!" -> words.startsWith("@") ? words : "@" + words;
            case "#" -> "#" + words;
            default -> words.startsWith(MAIL) ? words.substring(MAIL.length()) : words;
        };
    }
}
