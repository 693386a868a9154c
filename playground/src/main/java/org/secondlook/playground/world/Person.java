package org.secondlook.playground.world;

import java.util.Locale;

/** A person of the playground as the page names them. */
public record Person(String handle, String name, String title, String organisation, Platform platform) {

    Person(String name, String title, String organisation, Platform platform) {
        this(handleOf(name), name, title, organisation, platform);
    }

    /** {@code Asha Patel} is {@code asha-patel}. */
    static String handleOf(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }
}
