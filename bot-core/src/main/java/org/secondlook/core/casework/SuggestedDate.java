package org.secondlook.core.casework;

import java.time.Instant;
import org.secondlook.core.directory.AgencyId;

/**
 * A date on the table.
 *
 * @param number the event that holds the reason
 */
public record SuggestedDate(AgencyId by, Instant date, int number) {}
