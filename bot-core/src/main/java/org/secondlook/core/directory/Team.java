package org.secondlook.core.directory;

import java.util.Optional;

/** A team of an agency. */
public record Team(TeamId id, AgencyId agency, String name, Optional<Channel> channel) {}
