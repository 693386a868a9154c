package org.secondlook.core.turn;

/** A stored value and its version; a value that is not stored yet has version 0. */
public record Versioned<T>(T value, int version) {}
