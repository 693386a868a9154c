package org.secondlook.app;

/** A setting that keeps the application from starting, in a sentence that says what to set. */
public final class SetupException extends RuntimeException {

    public SetupException(String message) {
        super(message);
    }

    public SetupException(String message, Throwable cause) {
        super(message, cause);
    }
}
