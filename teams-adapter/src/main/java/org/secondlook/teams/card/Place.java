package org.secondlook.teams.card;

/** Where a card stands, which decides what its buttons send. */
public enum Place {
    /** A person's own chat with the bot: a press replaces the card. */
    CHAT,
    /** A channel, where many see it: a press opens a dialog that only one person sees. */
    CHANNEL,
    /** A dialog: a press replaces what it shows. */
    DIALOG
}
