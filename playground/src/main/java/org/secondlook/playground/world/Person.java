package org.secondlook.playground.world;

import java.util.Locale;

/**
 * A person of the playground as the page names them.
 *
 * @param partnership its id
 */
public record Person(
        String handle, String name, String title, String organisation, Platform platform, String partnership) {

    Person(String name, String title, String organisation, Platform platform, String partnership) {
        this(handleOf(name), name, title, organisation, platform, partnership);
    }

    /** {@code Asha Patel} is {@code asha-patel}. */
    static String handleOf(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }
}
