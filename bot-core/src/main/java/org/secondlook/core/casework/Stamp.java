package org.secondlook.core.casework;

import java.time.Instant;

/**
 * Where an event stands in the history of its case.
 *
 * @param number its place, from 1
 */
public record Stamp(int number, Instant at, Actor by, TurnId turn) {}
