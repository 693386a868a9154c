package org.secondlook.core.outbox;

import java.util.Optional;
import org.secondlook.core.directory.Channel;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.core.message.View;

/**
 * A message drawn for its recipient.
 *
 * @param person whose attention it wants
 * @param channel the channel to post it in; none means the person's own chat with the bot
 * @param perhapsSent whether the platform may have it already, because it did not say; look first, where one can
 */
public record Letter(OutboxId id, PlatformIdentity person, Optional<Channel> channel, View view, boolean perhapsSent) {

    /** Where it is handed in. */
    public Platform platform() {
        return channel.map(Channel::platform).orElse(person.platform());
    }

    /** The workspace or tenant that takes it. */
    public String organisation() {
        return channel.map(Channel::organisation).orElse(person.organisation());
    }

    /** The conversation it joins, by a name that no other has in its organisation. */
    public String conversation() {
        return channel.map(Channel::id).orElse(person.user());
    }
}
