package org.secondlook.core.protocol.yaml;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.secondlook.core.protocol.Condition;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.protocol.Topic;
import org.secondlook.core.protocol.Track;
import org.secondlook.core.protocol.TrackId;

/** Every stage is reached from a topic, has a duty that can end it, and has a way to the close. */
final class StagesCanBeReachedAndLeft {

    private final Checked pack;
    private final Ways ways;

    private StagesCanBeReachedAndLeft(Checked pack) {
        this.pack = pack;
        this.ways = new Ways(pack.protocol());
    }

    static void check(Checked pack) {
        var check = new StagesCanBeReachedAndLeft(pack);
        Set<StageId> reached = check.ways.from(check.firstStages());
        pack.protocol().tracks().values().forEach(track -> check.reached(track, reached));
        pack.stages().forEach(check::left);
        pack.protocol().topics().forEach(check::flagOwesSomething);
    }

    private List<StageId> firstStages() {
        return pack.protocol().topics().stream()
                .flatMap(topic -> topic.go().accept(new TrackOf()).stream())
                .map(track -> pack.protocol().track(track).stages().get(0).id())
                .toList();
    }

    private void reached(Track track, Set<StageId> reached) {
        if (track.stages().stream().noneMatch(stage -> reached.contains(stage.id()))) {
            pack.fault(track, "Nothing leads to track %s. Let a topic or an outcome go to it.".formatted(track.id()));
            return;
        }
        track.stages().stream()
                .filter(stage -> !reached.contains(stage.id()))
                .forEach(stage -> pack.fault(
                        stage,
                        "Stage %s can never be reached. Let the stage before it, or an outcome, lead to it."
                                .formatted(stage.id())));
    }

    private void left(Stage stage) {
        List<Condition> endings =
                stage.owes().stream().filter(Ways::ends).map(Duty::condition).toList();
        if (endings.isEmpty()) {
            pack.fault(
                    stage,
                    "Stage %s has no duty that can end it. Add one that does 'settle' or 'decide'."
                            .formatted(stage.id()));
        } else if (!coverEveryCase(endings)) {
            pack.fault(
                    stage,
                    "Stage %s has a duty that can end it in some cases only. Add one for the others."
                            .formatted(stage.id()));
        } else if (!ways.canClose(stage.id())) {
            pack.fault(stage, "From stage %s no way leads to a close.".formatted(stage.id()));
        }
    }

    private boolean coverEveryCase(List<Condition> conditions) {
        Set<String> areas = conditions.stream().flatMap(c -> c.area().stream()).collect(Collectors.toSet());
        Set<String> notAreas =
                conditions.stream().flatMap(c -> c.notArea().stream()).collect(Collectors.toSet());
        Set<Flag> flags = conditions.stream().flatMap(c -> c.flag().stream()).collect(Collectors.toSet());
        Set<Flag> notFlags =
                conditions.stream().flatMap(c -> c.notFlag().stream()).collect(Collectors.toSet());
        boolean everyArea =
                !areas.isEmpty() && areas.containsAll(pack.protocol().areas());
        return conditions.contains(Condition.ALWAYS) || everyArea || shares(areas, notAreas) || shares(flags, notFlags);
    }

    private static <T> boolean shares(Set<T> some, Set<T> others) {
        Set<T> both = new HashSet<>(some);
        both.retainAll(others);
        return !both.isEmpty();
    }

    private void flagOwesSomething(Topic topic) {
        Optional<Flag> flag = topic.go().accept(new FlagOf());
        if (flag.isPresent()
                && (!pack.protocol().flags().containsKey(flag.get())
                        || pack.protocol().flags().get(flag.get()).owes().isEmpty())) {
            pack.fault(
                    topic,
                    "Topic %s goes to a flag that owes nothing, so nobody would do anything. Say under 'flags' who does."
                            .formatted(topic.id()));
        }
    }

    private static final class TrackOf implements Topic.Door.Visitor<Optional<TrackId>> {

        @Override
        public Optional<TrackId> toTrack(TrackId track) {
            return Optional.of(track);
        }

        @Override
        public Optional<TrackId> toFlag(Flag flag) {
            return Optional.empty();
        }
    }

    private static final class FlagOf implements Topic.Door.Visitor<Optional<Flag>> {

        @Override
        public Optional<Flag> toTrack(TrackId track) {
            return Optional.empty();
        }

        @Override
        public Optional<Flag> toFlag(Flag flag) {
            return Optional.of(flag);
        }
    }
}
