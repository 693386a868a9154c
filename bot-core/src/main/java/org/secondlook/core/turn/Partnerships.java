package org.secondlook.core.turn;

import java.util.Collection;
import java.util.Optional;
import org.secondlook.core.directory.PartnershipId;

/** The partnerships that this installation serves, as their files say at the moment. */
public interface Partnerships {

    /** Each as it is set up at this moment; the collection does not change when a file does. */
    Collection<Partnership> all();

    /** The partnership of that name, if it is served here. */
    default Optional<Partnership> find(PartnershipId partnership) {
        return all().stream().filter(p -> p.id().equals(partnership)).findFirst();
    }
}
