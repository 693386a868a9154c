package org.secondlook.core.directory;

import java.util.Optional;

/** Somebody reached outside the bot: the front door, the out-of-hours team. Fills in a contact of the pack. */
public record OutsideContact(String id, Optional<String> title, Optional<String> phone, Optional<String> link) {}
