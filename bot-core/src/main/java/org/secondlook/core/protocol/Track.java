package org.secondlook.core.protocol;

import java.util.List;
import java.util.Optional;

/**
 * An ordered list of stages: the ladder, or a special procedure.
 *
 * @param openTo who may begin it: {@code anyone}, {@code raising <level>} (that level or above) or {@code professional at
 *     the conference}; empty means whoever may raise a case
 * @param opensUntil the clock within which it may be begun; later is accepted and marked late
 * @param whole the clock that caps all its stages
 */
public record Track(
        TrackId id,
        String title,
        Optional<String> openTo,
        Optional<String> opensUntil,
        List<String> asks,
        Optional<String> whole,
        List<Stage> stages) {

    public Track {
        asks = List.copyOf(asks);
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("Expected track %s to have a stage, but it has none".formatted(id));
        }
    }

    /** The stage after this one, unless it is the last. */
    public Optional<Stage> after(StageId stage) {
        for (int i = 0; i < stages.size() - 1; i++) {
            if (stages.get(i).id().equals(stage)) {
                return Optional.of(stages.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
