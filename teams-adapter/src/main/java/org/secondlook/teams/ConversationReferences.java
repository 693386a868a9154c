package org.secondlook.teams;

import java.util.Optional;
import org.secondlook.core.directory.PlatformIdentity;

/**
 * Remembers how people and tenants are reached: Teams tells it only when something comes in, and it may change. What is
 * kept here is no secret and can be learned again; losing it delays messages until somebody writes.
 */
public interface ConversationReferences {

    /** How a person was last reached. */
    Optional<PersonAddress> find(PlatformIdentity person);

    /**
     * Keeps how a person is reached, in place of what was kept; in one step, so that two instances do not both think
     * that they were first.
     *
     * @return what was kept before
     */
    Optional<PersonAddress> remember(PlatformIdentity person, PersonAddress address);

    /** The service URL that a tenant last named; its channels are reached there, and people who never wrote. */
    Optional<String> serviceUrl(String tenant);

    /** Keeps the service URL that a tenant named, in place of what was kept. */
    void rememberServiceUrl(String tenant, String serviceUrl);
}
