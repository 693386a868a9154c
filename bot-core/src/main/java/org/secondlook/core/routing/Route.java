package org.secondlook.core.routing;

import java.util.Optional;
import org.secondlook.core.directory.PostId;

/**
 * A post to go to, and why this one.
 *
 * @param title the title of the protocol that it fills
 * @param wanted the title the protocol names first, where nobody fills it
 */
public record Route(PostId post, Reason reason, String title, Optional<String> wanted) {

    /** Why a post was chosen; the message texts put it in one sentence. */
    public enum Reason {
        /** It is in the line of the person it is about. */
        LINE,
        /** It is in the team it is about. */
        TEAM,
        /** It is the only one of its kind in the agency. */
        ONLY,
        /** Neither line nor team is known, so it is the agency's safeguarding lead. */
        LEAD,
        /** The post of that level is held by somebody who is part of the case, so it is the next level up. */
        NEXT_LEVEL,
        /** The protocol names the role. */
        ROLE
    }
}
