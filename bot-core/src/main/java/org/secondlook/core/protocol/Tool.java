package org.secondlook.core.protocol;

import java.util.Optional;

/** A threshold document or practice tool; {@code always} asks for it in each case. */
public record Tool(String name, Optional<String> link, boolean always) {}
