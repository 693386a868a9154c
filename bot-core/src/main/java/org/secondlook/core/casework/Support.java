package org.secondlook.core.casework;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.PostId;

/** Nobody steps away from a child while a difference is settled: where an agency says it does, others hear of it (P43). */
final class Support {

    private static final String STILL_WORKING = "G-3.working";

    private final Unfolding unfolding;

    Support(Unfolding unfolding) {
        this.unfolding = unfolding;
    }

    /** What an agency told the others: its own managers and leads and theirs hear of it the same day (G-3). */
    void told(Statement statement, Set<String> withheld) {
        if (isLeaving(statement) && !withheld.contains(STILL_WORKING)) {
            tell(unfolding.theCase().concern().agencies());
        }
    }

    /** What the raising agency has not told anybody yet: its own lead hears of it. */
    void kept(Statement statement) {
        if (isLeaving(statement)) {
            tell(List.of(unfolding.theCase().concern().raising()));
        }
    }

    private static boolean isLeaving(Statement statement) {
        return statement.choices().getOrDefault(STILL_WORKING, List.of("yes")).stream()
                .anyMatch(answer -> !answer.equals("yes"));
    }

    private void tell(List<AgencyId> agencies) {
        Set<PostId> posts = new LinkedHashSet<>();
        unfolding.theCase().managers().stream()
                .filter(manager -> agencies.contains(manager.agency()))
                .forEach(manager -> posts.add(manager.holder()));
        agencies.forEach(
                agency -> posts.add(unfolding.setting().router().lead(agency).post()));
        posts.stream()
                .filter(post -> !unfolding.actsFor(post))
                .forEach(post -> unfolding.tell(post, "G-3n", Optional.empty()));
    }
}
