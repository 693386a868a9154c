package org.secondlook.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.store.PlainRecords;
import org.secondlook.teams.ConversationReferences;
import org.secondlook.teams.PersonAddress;

/** Keeps beside the cases how people are reached in Teams. In hold nothing new is kept. */
final class StoredConversationReferences implements ConversationReferences {

    private static final String SERVICE_URL = "service-url";
    private static final String USER = "user";
    private static final String CHAT = "chat";

    private final PlainRecords records;
    private final Hold hold;

    StoredConversationReferences(PlainRecords records, Hold hold) {
        this.records = records;
        this.hold = hold;
    }

    @Override
    public Optional<PersonAddress> find(PlatformIdentity person) {
        return address(records.find(name(person)));
    }

    @Override
    public Optional<PersonAddress> remember(PlatformIdentity person, PersonAddress address) {
        if (hold.state().isPresent()) {
            return find(person);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(SERVICE_URL, address.serviceUrl());
        address.user().ifPresent(user -> fields.put(USER, user));
        address.chat().ifPresent(chat -> fields.put(CHAT, chat));
        return address(records.replace(name(person), fields));
    }

    @Override
    public Optional<String> serviceUrl(String tenant) {
        return Optional.ofNullable(records.find(name(tenant)).get(SERVICE_URL));
    }

    @Override
    public void rememberServiceUrl(String tenant, String serviceUrl) {
        hold.unless(() -> records.replace(name(tenant), Map.of(SERVICE_URL, serviceUrl)));
    }

    private static Optional<PersonAddress> address(Map<String, String> fields) {
        return Optional.ofNullable(fields.get(SERVICE_URL))
                .map(url -> new PersonAddress(
                        url, Optional.ofNullable(fields.get(USER)), Optional.ofNullable(fields.get(CHAT))));
    }

    private static String name(PlatformIdentity person) {
        return name(person.organisation()) + ":" + person.user();
    }

    private static String name(String tenant) {
        return "teams:" + tenant;
    }
}
