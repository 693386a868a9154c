package org.secondlook.core.casework;

import java.util.HashSet;
import java.util.Set;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.protocol.Closing.Outcome;

/**
 * Words on the table for both sides to confirm.
 *
 * @param number the event that holds the words
 * @param yes the agencies that have confirmed exactly these words
 */
public record Proposal(int number, AgencyId by, Outcome outcome, Set<AgencyId> yes) {

    public Proposal {
        yes = Set.copyOf(yes);
    }

    Proposal confirmedBy(AgencyId agency) {
        Set<AgencyId> all = new HashSet<>(yes);
        all.add(agency);
        return new Proposal(number, by, outcome, all);
    }
}
