package org.secondlook.core.message;

/**
 * Words that the other agency may see. There is no conversion to or from {@link PrivateNote}: what kind a text is, is
 * decided once, by the question that asked for it (security.md T1).
 */
public record SharedText(String words) {

    public SharedText {
        if (words.isBlank()) {
            throw new IllegalArgumentException("Expected shared words, but found none");
        }
    }

    /** Never the words: this may end in a log. */
    @Override
    public String toString() {
        return "SharedText[" + words.length() + " characters]";
    }
}
