package org.secondlook.store;

/**
 * Something stored cannot be read: it was changed from outside, sealed under another key, or written by another release.
 * Never carries words of a case.
 */
public final class UnreadableDataException extends RuntimeException {

    UnreadableDataException(String message) {
        super(message);
    }
}
