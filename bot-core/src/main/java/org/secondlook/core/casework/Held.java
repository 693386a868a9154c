package org.secondlook.core.casework;

import java.time.Instant;

/** The first so many messages of a turn are held until then. */
public record Held(TurnId turn, Instant until, int messages) {}
