package org.secondlook.core.turn;

import org.secondlook.core.message.View;

/** What the person sees in answer to a turn. */
public record Reply(Surface surface, View view) {

    /** Where it is shown. */
    public enum Surface {
        /** A dialog or the card that the person is working in. */
        SCREEN,
        /** The next message of a chat in which the person types, or presses the buttons of what they were asked there. */
        CHAT,
        /** In place of the message whose button was pressed. */
        MESSAGE,
        /** The list of cases. */
        HOME,
        /** Beside what the person is working in, which stays as it is. */
        BESIDE
    }
}
