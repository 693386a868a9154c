package org.secondlook.app.trial;

/** One person's way to the bot, used by what it says. Every step waits until what it needs is there. */
public interface Chat {

    /** Begins a difference of view. */
    void begins();

    /** Goes to the chat with the bot. */
    Chat goesToTheBot();

    /** Goes to a channel. */
    Chat goesToChannel(String name);

    /** Waits until a screen says this. */
    Chat sees(String text);

    /** Waits until a message says this. */
    Chat reads(String text);

    /** Whether a message says this, or comes to say it soon. */
    boolean soonReads(String text);

    /** Fills in the field of this name: text, a date, or the words of an option. */
    Chat answers(String field, String answer);

    /** Presses a button of the screen. */
    Chat presses(String button);

    /** Presses a button of the latest message that says this. */
    Chat pressesIn(String message, String button);

    /** Closes a modal or dialog that stands open. */
    Chat closes();
}
