package org.secondlook.teams;

import java.util.Optional;

/**
 * How a person was last reached.
 *
 * @param serviceUrl where requests about them go
 * @param user the bot's own id for them, such as {@code 29:...}
 * @param chat their chat with the bot, once there is one
 */
public record PersonAddress(String serviceUrl, Optional<String> user, Optional<String> chat) {}
