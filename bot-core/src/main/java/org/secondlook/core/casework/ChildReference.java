package org.secondlook.core.casework;

import org.secondlook.core.directory.AgencyId;

/** The number under which an agency keeps a child's file. Never a name, initials or a date of birth. */
public record ChildReference(String reference, AgencyId keptBy) {}
