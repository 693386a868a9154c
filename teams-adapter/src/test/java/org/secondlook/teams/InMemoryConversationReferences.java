package org.secondlook.teams;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.secondlook.core.directory.PlatformIdentity;

/** References that are lost when the process ends. */
public final class InMemoryConversationReferences implements ConversationReferences {

    private final Map<PlatformIdentity, PersonAddress> people = new ConcurrentHashMap<>();
    private final Map<String, String> tenants = new ConcurrentHashMap<>();
    private volatile boolean out;

    /** Whether nothing was ever learned. */
    boolean isEmpty() {
        return people.isEmpty() && tenants.isEmpty();
    }

    /** From now on, or no more, every call fails. */
    void out(boolean isOut) {
        this.out = isOut;
    }

    @Override
    public Optional<PersonAddress> find(PlatformIdentity person) {
        requireUp();
        return Optional.ofNullable(people.get(person));
    }

    @Override
    public Optional<PersonAddress> remember(PlatformIdentity person, PersonAddress address) {
        requireUp();
        return Optional.ofNullable(people.put(person, address));
    }

    @Override
    public Optional<String> serviceUrl(String tenant) {
        requireUp();
        return Optional.ofNullable(tenants.get(tenant));
    }

    @Override
    public void rememberServiceUrl(String tenant, String serviceUrl) {
        requireUp();
        tenants.put(tenant, serviceUrl);
    }

    private void requireUp() {
        if (out) {
            throw new IllegalStateException("Expected the store, but it is out");
        }
    }
}
