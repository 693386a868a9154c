package org.secondlook.core.casework;

import org.secondlook.core.directory.AgencyId;

/**
 * A meeting that somebody asked for.
 *
 * @param number the event that says who, when and how
 * @param offer the offer of the pack that it takes up
 */
public record Meeting(int number, String offer, AgencyId by) {}
