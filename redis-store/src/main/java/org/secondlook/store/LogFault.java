package org.secondlook.store;

import org.secondlook.core.casework.CaseId;
import org.secondlook.core.directory.PartnershipId;

/**
 * Something in the history of a case that is not as it was stored.
 *
 * @param event the number of the event; 0 for the case as a whole
 */
public record LogFault(PartnershipId partnership, CaseId theCase, int event, Kind kind) {

    /** What is wrong. */
    public enum Kind {
        /** The event is not as it was stored, or another stands in its place. */
        CHANGED,
        /** From this event on, events that were stored are gone. */
        CUT,
        /** From this event on, there are events that were not stored here. */
        ADDED,
        /** The case is gone, or a part of it without which it cannot be read, and nobody erased it. */
        GONE,
        /** It was erased and is there again. */
        RETURNED
    }
}
