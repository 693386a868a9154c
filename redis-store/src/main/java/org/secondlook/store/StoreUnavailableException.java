package org.secondlook.store;

/**
 * Redis did not answer. What was asked of it may have been done or not, so nobody may be told that it was; asking again
 * does nothing twice.
 */
public final class StoreUnavailableException extends RuntimeException {

    StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
