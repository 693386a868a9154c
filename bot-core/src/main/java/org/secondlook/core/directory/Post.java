package org.secondlook.core.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A job in an agency, whoever does it. The bot routes to posts, never to persons.
 *
 * @param title what the agency calls it
 * @param fills the titles and roles of a protocol that it answers to, in lower case
 * @param checkedOn when somebody last confirmed the entry
 */
public record Post(
        PostId id,
        AgencyId agency,
        String title,
        List<String> fills,
        Optional<TeamId> team,
        Optional<PostId> reportsTo,
        Optional<PostId> deputy,
        LocalDate checkedOn) {

    public Post {
        fills = List.copyOf(fills);
    }
}
