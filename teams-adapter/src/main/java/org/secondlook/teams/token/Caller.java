package org.secondlook.teams.token;

import org.secondlook.teams.settings.Registration;

/**
 * For whom a request speaks, as its token proves.
 *
 * @param registration the app it was sent to
 * @param serviceUrl the only one it may name
 */
public record Caller(Registration registration, String serviceUrl) {}
