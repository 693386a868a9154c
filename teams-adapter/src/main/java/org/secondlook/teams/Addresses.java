package org.secondlook.teams;

import java.util.Optional;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.teams.settings.TeamsSettings;

/** Where people and tenants are reached. Nothing is kept, and nothing given out, that is not on the allow-list. */
final class Addresses {

    private final TeamsSettings settings;
    private final ConversationReferences references;

    Addresses(TeamsSettings settings, ConversationReferences references) {
        this.settings = settings;
        this.references = references;
    }

    /**
     * Learns from what came in how its tenant and its sender are reached.
     *
     * @return whether it is the first we hear from the sender's own chat
     */
    boolean learn(Inbound inbound) {
        String serviceUrl = inbound.from().serviceUrl();
        if (!settings.serviceUrls().allows(serviceUrl)) {
            return false;
        }
        if (!references.serviceUrl(inbound.tenant()).equals(Optional.of(serviceUrl))) {
            references.rememberServiceUrl(inbound.tenant(), serviceUrl);
        }
        return inbound.by().filter(person -> learn(person, inbound)).isPresent();
    }

    private boolean learn(PlatformIdentity person, Inbound inbound) {
        Optional<PersonAddress> known = references.find(person);
        Optional<String> chat =
                inbound.isPersonal() ? Optional.of(inbound.conversation()) : known.flatMap(PersonAddress::chat);
        PersonAddress now = new PersonAddress(inbound.from().serviceUrl(), inbound.user(), chat);
        if (known.equals(Optional.of(now))) {
            return false;
        }
        boolean knewChat =
                references.remember(person, now).flatMap(PersonAddress::chat).isPresent();
        return inbound.isPersonal() && !knewChat;
    }

    /** How a person is reached, as far as it is known. */
    PersonAddress of(PlatformIdentity person) {
        return references
                .find(person)
                .orElseGet(
                        () -> new PersonAddress(serviceUrl(person.organisation()), Optional.empty(), Optional.empty()));
    }

    /** Keeps the chat that was opened with a person who had none. */
    void opened(PlatformIdentity person, PersonAddress address, String chat) {
        references.remember(person, new PersonAddress(address.serviceUrl(), address.user(), Optional.of(chat)));
    }

    /** Where a tenant is reached: as it last said, or else where Teams reaches everybody. */
    String serviceUrl(String tenant) {
        return references.serviceUrl(tenant).orElseGet(() -> settings.serviceUrlOf(tenant));
    }
}
