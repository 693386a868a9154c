package org.secondlook.core.casework;

import org.secondlook.core.directory.PostId;

/** Somebody offered to do what another of their agency owes, and waits for a yes (V-9). */
public record CoverOffer(PostId by, Stamp stamp) {}
