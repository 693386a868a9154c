package org.secondlook.core.outbox;

import java.time.Duration;
import java.util.List;
import org.secondlook.core.directory.PartnershipId;

/** Keeps all instances together within what the platforms take. */
public interface Pacing {

    /**
     * Asks whether one more message may go now. If it may, it is counted in each of the flows.
     *
     * @return zero if it may; otherwise how long to wait before asking again, and nothing is counted
     */
    Duration ask(PartnershipId partnership, List<Flow> flows);
}
