package org.secondlook.core.directory;

import java.util.Optional;
import org.secondlook.core.protocol.Sector;

/**
 * An organisation that takes part in the partnership.
 *
 * @param shortName what buttons call it: "the council"
 * @param kind whether it is a party, or the partnership's own office
 * @param area the area of the partnership that it serves, where a procedure differs by area
 * @param lead the post of its safeguarding lead
 * @param ownProcedure where its own procedure for disagreement within it is found
 * @param support the phone of its confidential support for staff
 */
public record Agency(
        AgencyId id,
        String name,
        String shortName,
        Sector sector,
        Kind kind,
        Optional<String> area,
        PostId lead,
        Optional<String> ownProcedure,
        Optional<String> support) {

    /** What part an agency plays. */
    public enum Kind {
        MEMBER,
        /** A member that is the local authority: roles "of: local-authority" are found here. */
        LOCAL_AUTHORITY,
        /** The partnership's own office: roles "of: partnership" are found here. */
        PARTNERSHIP_OFFICE
    }
}
