package org.secondlook.teams;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.secondlook.core.directory.PlatformIdentity;

/** References that are lost when the process ends. */
public final class InMemoryConversationReferences implements ConversationReferences {

    private final Map<PlatformIdentity, PersonAddress> people = new ConcurrentHashMap<>();
    private final Map<String, String> tenants = new ConcurrentHashMap<>();

    @Override
    public Optional<PersonAddress> find(PlatformIdentity person) {
        return Optional.ofNullable(people.get(person));
    }

    @Override
    public Optional<PersonAddress> remember(PlatformIdentity person, PersonAddress address) {
        return Optional.ofNullable(people.put(person, address));
    }

    @Override
    public Optional<String> serviceUrl(String tenant) {
        return Optional.ofNullable(tenants.get(tenant));
    }

    @Override
    public void rememberServiceUrl(String tenant, String serviceUrl) {
        tenants.put(tenant, serviceUrl);
    }
}
