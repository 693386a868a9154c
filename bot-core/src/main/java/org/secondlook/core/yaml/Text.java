package org.secondlook.core.yaml;

/** A value and the line where it stands. */
public record Text(String value, int line) {}
