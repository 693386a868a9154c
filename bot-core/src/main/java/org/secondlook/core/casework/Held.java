package org.secondlook.core.casework;

import java.time.Instant;

/** What a turn sends is held until then; it made so many messages. */
public record Held(TurnId turn, Instant until, int messages) {}
