package org.secondlook.core.conversation;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.Obligation;
import org.secondlook.core.directory.Post;
import org.secondlook.core.protocol.Side;

/** Entries of the directory that nobody has confirmed for long: whoever sends something there is told to ring first (M-5). */
final class StaleEntry {

    private static final int DAYS = 90;

    private StaleEntry() {}

    /** The entry, of those who are to answer, that was checked longest ago; none if all were lately. */
    static Optional<Post> of(Case theCase, Scene scene) {
        return theCase.counterparts().stream()
                .filter(manager -> manager.side() != Side.RAISING)
                .map(Obligation::holder)
                .map(scene.directory()::post)
                .filter(post -> days(post, scene) > DAYS)
                .min(Comparator.comparing(Post::checkedOn));
    }

    /** How many days ago somebody last confirmed an entry. */
    static long days(Post post, Scene scene) {
        return ChronoUnit.DAYS.between(post.checkedOn(), scene.today());
    }
}
