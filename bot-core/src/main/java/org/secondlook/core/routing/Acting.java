package org.secondlook.core.routing;

import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.PostId;

/** Who acts for a post on a day, and as what. */
public record Acting(Person person, PostId post, As as) {

    /** As what somebody acts for a post. */
    public enum As {
        HOLDER,
        /** Named as cover for the holder's absence. */
        COVER,
        /** Holds the deputy post, because the post is vacant or its holder away. */
        DEPUTY,
        /** Holds the post above, because neither holder nor deputy is there. */
        ABOVE
    }
}
