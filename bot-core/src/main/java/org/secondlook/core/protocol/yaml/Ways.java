package org.secondlook.core.protocol.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.Late;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.protocol.Target;
import org.secondlook.core.protocol.Track;
import org.secondlook.core.protocol.WhenLate;
import org.secondlook.core.protocol.Who;

/** The ways from stage to stage: by what people decide, and by time. Time leads only forward, so it makes no circle. */
final class Ways {

    private final Map<StageId, Set<StageId>> onward = new LinkedHashMap<>();
    private final Set<StageId> closing = new LinkedHashSet<>();

    Ways(Protocol protocol) {
        for (Track track : protocol.tracks().values()) {
            for (Stage stage : track.stages()) {
                Set<StageId> next = onward.computeIfAbsent(stage.id(), id -> new LinkedHashSet<>());
                Optional<Stage> following = track.after(stage.id());
                if (timeLeadsOn(stage)) {
                    following.ifPresent(s -> next.add(s.id()));
                }
                stage.owes().forEach(duty -> follow(stage.id(), duty, following, next));
            }
        }
    }

    /** Whether a missed date begins the following stage, or asks for it. */
    static boolean timeLeadsOn(Stage stage) {
        return (stage.limit().isPresent() && stage.whenLate() != WhenLate.STAY)
                || stage.owes().stream().anyMatch(duty -> moves(duty.late()));
    }

    /** Whether lateness moves the case. */
    static boolean moves(Late late) {
        return late.accept(new Moves());
    }

    /** Whether an outcome of this duty ends its stage. */
    static boolean ends(Duty duty) {
        return (duty.does() == Does.SETTLE && duty.outcomes().isEmpty())
                || duty.outcomes().values().stream()
                        .anyMatch(target -> !target.accept(new Leads()).isEmpty());
    }

    /** Every stage that can be reached from these, with these. */
    Set<StageId> from(Collection<StageId> first) {
        Set<StageId> reached = new LinkedHashSet<>();
        Deque<StageId> open = new ArrayDeque<>(first);
        while (!open.isEmpty()) {
            StageId stage = open.remove();
            if (reached.add(stage)) {
                open.addAll(onward.getOrDefault(stage, Set.of()));
            }
        }
        return reached;
    }

    /** Whether some way from this stage ends the track. */
    boolean canClose(StageId stage) {
        return from(List.of(stage)).stream().anyMatch(closing::contains);
    }

    private void follow(StageId stage, Duty duty, Optional<Stage> following, Set<StageId> next) {
        if (duty.does() == Does.SETTLE && duty.outcomes().isEmpty()) {
            closing.add(stage);
            following.ifPresent(s -> next.add(s.id()));
        }
        for (Target target : duty.outcomes().values()) {
            for (Optional<StageId> way : target.accept(new Leads())) {
                way.ifPresentOrElse(next::add, () -> closing.add(stage));
            }
        }
    }

    /** Where an outcome leads away from its stage: stages, and the close as nothing. */
    private static final class Leads implements Target.Visitor<List<Optional<StageId>>> {

        @Override
        public List<Optional<StageId>> toStage(StageId stage) {
            return List.of(Optional.of(stage));
        }

        @Override
        public List<Optional<StageId>> close() {
            return List.of(Optional.empty());
        }

        @Override
        public List<Optional<StageId>> stay() {
            return List.of();
        }

        @Override
        public List<Optional<StageId>> byFlag(Flag flag, Target raised, Target otherwise) {
            List<Optional<StageId>> both = new ArrayList<>(raised.accept(this));
            both.addAll(otherwise.accept(this));
            return both;
        }
    }

    private static final class Moves implements Late.Visitor<Boolean> {

        @Override
        public Boolean asStage() {
            return false;
        }

        @Override
        public Boolean move(WhenLate move) {
            return move != WhenLate.STAY;
        }

        @Override
        public Boolean toDeputy() {
            return false;
        }

        @Override
        public Boolean tell(List<Who> people) {
            return false;
        }
    }
}
