package org.secondlook.core.protocol;

import java.util.Optional;

/**
 * When a duty is owed at all.
 *
 * @param area owed only in this area of the partnership
 * @param notArea owed everywhere but in this area
 * @param flag owed only while this flag is raised
 * @param notFlag owed unless this flag is raised
 */
public record Condition(Optional<String> area, Optional<String> notArea, Optional<Flag> flag, Optional<Flag> notFlag) {

    public static final Condition ALWAYS =
            new Condition(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
