package org.secondlook.core.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One step of a track.
 *
 * @param title the partnership's own name for it, shown on every screen and record
 * @param level the rung of both sides; none where the stage belongs to named roles alone
 * @param limit the name of the clock that ends it
 * @param byHand whether its pack says that only a person may enter it
 * @param skipWhen flags that let it be passed over
 * @param asks questions put on entering it
 * @param says text slots shown in it
 * @param mark a phrase printed on every later record of the case
 * @param owes its duties, those of the track's every stage included, in order
 */
public record Stage(
        StageId id,
        String title,
        Optional<Level> level,
        Sides sides,
        Optional<String> limit,
        WhenLate whenLate,
        boolean byHand,
        Set<Flag> skipWhen,
        List<String> asks,
        List<String> says,
        Optional<String> mark,
        List<Duty> owes) {

    /** Who takes part in a stage. */
    public enum Sides {
        BOTH,
        RAISING,
        PARTNERSHIP
    }

    public Stage {
        skipWhen = Set.copyOf(skipWhen);
        asks = List.copyOf(asks);
        says = List.copyOf(says);
        owes = List.copyOf(owes);
    }

    /** Whether somebody's decision, and nothing else, says how it goes on from here. */
    public boolean isDecided() {
        return owes.stream()
                .anyMatch(d -> d.does() != Does.SETTLE && !d.outcomes().isEmpty());
    }

    /** Whether only a person may carry a case into it: what its pack says so of, and all of the partnership (ruling 10). */
    public boolean onlyByHand() {
        return byHand || sides == Sides.PARTNERSHIP;
    }

    /** The duty of that id, if this stage owes it. */
    public Optional<Duty> duty(DutyId duty) {
        return owes.stream().filter(d -> d.id().equals(duty)).findFirst();
    }
}
