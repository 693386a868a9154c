package org.secondlook.core.message;

import java.util.Optional;

/**
 * A button.
 *
 * @param key the key of its label, such as {@code P-13.action.send}; unique in its view together with its token
 * @param label begins with a verb and is unique out of context, at most 75 characters (Slack)
 * @param token what comes back when it is pressed, sealed
 * @param confirm a question asked by the client before it counts, where a press cannot be taken back
 */
public record Action(String key, String label, Style style, String token, Optional<Confirm> confirm) {

    /** What part a button plays in its view. */
    public enum Style {
        /** Takes what was entered and goes on; one a view at most. */
        SUBMIT,
        /** The first thing to do. */
        PRIMARY,
        NORMAL,
        /** Destroys something. */
        DANGER
    }

    /** What the client asks first; its buttons have at most 30 characters (Slack). */
    public record Confirm(String title, String text, String yes, String no) {}
}
