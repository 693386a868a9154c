package org.secondlook.teams.token;

import java.io.IOException;

/** There is no access token, and so nothing was asked of the Connector. */
public final class NoTokenException extends IOException {

    NoTokenException(String message, IOException cause) {
        super(message, cause);
    }
}
