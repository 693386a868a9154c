package org.secondlook.core.turn;

import java.util.Collection;
import java.util.Optional;
import org.secondlook.core.directory.PartnershipId;

/** The partnerships that this installation serves, as their files say at the moment. */
public interface Partnerships {

    Collection<Partnership> all();

    default Optional<Partnership> find(PartnershipId partnership) {
        return all().stream().filter(p -> p.id().equals(partnership)).findFirst();
    }
}
