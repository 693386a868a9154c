package org.secondlook.teams.connector;

import org.secondlook.teams.settings.Registration;

/**
 * Where requests for the people of a tenant go, and as whom.
 *
 * @param registration the one that serves the tenant
 * @param serviceUrl as Teams last named it
 */
public record Endpoint(Registration registration, String serviceUrl) {

    /** The bot as the Connector knows it. */
    String bot() {
        return "28:" + registration.appId();
    }
}
