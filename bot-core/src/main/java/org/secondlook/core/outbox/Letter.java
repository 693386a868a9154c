package org.secondlook.core.outbox;

import java.util.Optional;
import org.secondlook.core.directory.Channel;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.core.message.View;

/**
 * A message drawn for its recipient.
 *
 * @param person whose attention it wants
 * @param channel the channel to post it in; none means the person's own chat with the bot
 */
public record Letter(OutboxId id, PlatformIdentity person, Optional<Channel> channel, View view) {}
