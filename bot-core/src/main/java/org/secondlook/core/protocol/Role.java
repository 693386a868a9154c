package org.secondlook.core.protocol;

import java.util.Map;
import java.util.Optional;

/**
 * A post that is not a rung of the ladder.
 *
 * @param via the role whose inbox receives what is meant for this one; that role has an inbox of its own
 * @param bySector other titles where the role differs by sector
 * @param membersAreParties whether its members work for the parties, so that they never see the words of a case
 */
public record Role(
        String id,
        String title,
        Home of,
        Optional<String> via,
        Map<Sector, String> bySector,
        boolean membersAreParties) {

    /** Where the post sits. */
    public enum Home {
        PARTNERSHIP,
        LOCAL_AUTHORITY,
        EXTERNAL,
        /** An agency that is neither party. */
        NEUTRAL
    }

    public Role {
        bySector = Ordered.copy(bySector);
    }
}
