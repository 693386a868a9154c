package org.secondlook.core.yaml;

/**
 * Something in a file that a person should know of.
 *
 * @param blocksLiveUse whether the file serves to try things out only, until it is put right
 */
public record Warning(String file, int line, String sentence, boolean blocksLiveUse) {

    @Override
    public String toString() {
        return "%s:%d: %s".formatted(file, line, sentence);
    }
}
