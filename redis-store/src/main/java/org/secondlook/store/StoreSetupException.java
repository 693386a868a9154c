package org.secondlook.store;

/** What keeps the store from starting, in a sentence that says how to mend it. */
public final class StoreSetupException extends RuntimeException {

    public StoreSetupException(String message) {
        super(message);
    }

    public StoreSetupException(String message, Throwable cause) {
        super(message, cause);
    }
}
