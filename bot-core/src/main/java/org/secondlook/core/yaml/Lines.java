package org.secondlook.core.yaml;

import java.util.IdentityHashMap;

/** Where each thing that was read stands in its file, for faults that are seen only when all is read. */
public final class Lines {

    private final IdentityHashMap<Object, Integer> lines = new IdentityHashMap<>();

    /** Notes the line of this very object, and gives it back. */
    public <T> T mark(int line, T part) {
        lines.put(part, line);
        return part;
    }

    /** The line of this very object, or 1. */
    public int of(Object part) {
        return lines.getOrDefault(part, 1);
    }
}
