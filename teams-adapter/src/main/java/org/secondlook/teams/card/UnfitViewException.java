package org.secondlook.teams.card;

/** A view cannot be drawn where it should stand: a bug of whoever made it. */
public final class UnfitViewException extends RuntimeException {

    UnfitViewException(String message) {
        super(message);
    }
}
