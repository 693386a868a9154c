package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.directory.PersonId;

/** Who did something: a person, or the clock when a due time is reached. */
public record Actor(Optional<PersonId> person) {

    public static final Actor CLOCK = new Actor(Optional.empty());

    public static Actor of(PersonId person) {
        return new Actor(Optional.of(person));
    }

    /** Whether this is that person. */
    public boolean is(PersonId other) {
        return person.filter(other::equals).isPresent();
    }
}
