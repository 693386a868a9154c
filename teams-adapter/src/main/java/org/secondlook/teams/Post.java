package org.secondlook.teams;

import org.secondlook.core.directory.Channel;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.teams.connector.CardMessage;
import org.secondlook.teams.connector.Connector;
import org.secondlook.teams.connector.Endpoint;
import org.secondlook.teams.connector.Posted;
import org.secondlook.teams.connector.UndeliveredException;
import org.secondlook.teams.settings.TeamsSettings;

/** Posts of our own accord: to a person's chat with the bot, or as a new thread in a channel. */
final class Post {

    private final TeamsSettings settings;
    private final Addresses addresses;
    private final Connector connector;

    Post(TeamsSettings settings, Addresses addresses, Connector connector) {
        this.settings = settings;
        this.addresses = addresses;
        this.connector = connector;
    }

    /** Posts to a person; a chat is opened with somebody who has none. */
    Posted toPerson(PlatformIdentity person, CardMessage message) {
        PersonAddress address = addresses.of(person);
        Endpoint at = endpoint(person.organisation(), address.serviceUrl());
        String chat = address.chat().orElseGet(() -> open(at, person, address));
        return connector.send(at, chat, message.alerting());
    }

    /** Posts to a channel, with a mention of the person whose attention it wants if they are in it. */
    Posted toChannel(Channel channel, PlatformIdentity wanted, CardMessage message) {
        Endpoint at = endpoint(channel.organisation(), addresses.serviceUrl(channel.organisation()));
        CardMessage posted = connector
                .member(at, channel.id(), wanted.user())
                .map(message::mentioning)
                .orElse(message);
        return connector.post(at, channel.id(), posted);
    }

    private String open(Endpoint at, PlatformIdentity person, PersonAddress address) {
        String chat = connector.open(at, person.organisation(), address.user().orElse(person.user()));
        addresses.opened(person, address, chat);
        return chat;
    }

    private Endpoint endpoint(String tenant, String serviceUrl) {
        return settings.serving(tenant)
                .map(registration -> new Endpoint(registration, serviceUrl))
                .orElseThrow(() -> UndeliveredException.permanent("no registration for the tenant"));
    }
}
