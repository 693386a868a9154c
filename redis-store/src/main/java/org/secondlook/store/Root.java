package org.secondlook.store;

import java.time.LocalDate;

/**
 * A digest of what the histories of all cases of a partnership ended with on a day, and of the root before it. Whoever
 * knows it can tell later whether anything that was stored by then was changed.
 *
 * @param cases how many there were, erased ones among them
 */
public record Root(LocalDate day, int cases, String digest) {

    /** Reads what {@link #toString} wrote. */
    public static Root parse(String text) {
        String[] parts = text.split(" ", 3);
        return new Root(LocalDate.parse(parts[0]), Integer.parseInt(parts[1]), parts[2]);
    }

    /** As it is stored, and told outside. */
    @Override
    public String toString() {
        return day + " " + cases + " " + digest;
    }
}
