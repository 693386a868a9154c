package org.secondlook.teams.token;

/** Why a request was not believed. A closed set, so that it can be counted. */
public enum Refusal {
    NO_TOKEN,
    MALFORMED_TOKEN,
    WRONG_ALGORITHM,
    WRONG_ISSUER,
    WRONG_AUDIENCE,
    NO_TIMES,
    EXPIRED,
    NOT_YET_VALID,
    UNKNOWN_KEY,
    KEY_NOT_ENDORSED,
    WRONG_SIGNATURE,
    NO_SERVICE_URL,
    OTHER_SERVICE_URL,
    SERVICE_URL_NOT_ALLOWED,
    OTHER_CHANNEL,
    NO_TENANT,
    TENANTS_DIFFER,
    TENANT_NOT_ALLOWED,
    /** A turn came again under the same id, but with another content. */
    REPEATED_OTHERWISE
}
