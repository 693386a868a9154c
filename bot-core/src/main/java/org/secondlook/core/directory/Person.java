package org.secondlook.core.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Somebody who works in the partnership. */
public record Person(
        PersonId id, String name, Optional<String> phone, Locale language, List<PlatformIdentity> identities) {

    public Person {
        identities = List.copyOf(identities);
    }

    /** The name by which a button may call the person. */
    public String firstName() {
        int end = name.indexOf(' ');
        return end < 0 ? name : name.substring(0, end);
    }
}
