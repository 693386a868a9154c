package org.secondlook.core.yaml;

/** Something in a file that must be put right before the file can be used. */
public record Fault(String file, int line, String sentence) {

    @Override
    public String toString() {
        return "%s:%d: %s".formatted(file, line, sentence);
    }
}
