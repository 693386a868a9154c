package org.secondlook.core.message;

/** Words that never leave the writer's own agency. There is no conversion to or from {@link SharedText}. */
public record PrivateNote(String words) {

    public PrivateNote {
        if (words.isBlank()) {
            throw new IllegalArgumentException("Expected a note, but found none");
        }
    }

    /** Never the words: this may end in a log. */
    @Override
    public String toString() {
        return "PrivateNote[" + words.length() + " characters]";
    }
}
