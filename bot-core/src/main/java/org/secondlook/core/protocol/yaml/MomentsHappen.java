package org.secondlook.core.protocol.yaml;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.secondlook.core.protocol.Anchor;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.ClockRule.Agreement;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.DutyId;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.protocol.Topic;
import org.secondlook.core.protocol.Track;
import org.secondlook.core.protocol.TrackId;
import org.secondlook.core.yaml.Spelling;

/** Every clock counts from one moment that happens where the clock is used. */
final class MomentsHappen {

    private static final Set<Anchor.Kind> FOR_OWN_REVIEW =
            Set.of(Anchor.Kind.TOLD, Anchor.Kind.ASKED, Anchor.Kind.REACHED);

    private final Checked pack;
    private final Ways ways;

    private MomentsHappen(Checked pack) {
        this.pack = pack;
        this.ways = new Ways(pack.protocol());
    }

    static void check(Checked pack) {
        MomentsHappen check = new MomentsHappen(pack);
        ClockUse.all(pack).forEach(check::happens);
        check.ownReview();
        pack.protocol().tracks().values().forEach(check::nobodyShortensARight);
    }

    private void happens(ClockUse use) {
        Anchor.Kind moment = use.clock().anchor().kind();
        if (moment == Anchor.Kind.LEFT && !use.moments().contains(moment)) {
            fault(use, "counts from 'left', but is owed no more when the stage is left. Add 'outlives: true'.");
        } else if (!use.moments().contains(moment)) {
            fault(
                    use,
                    "counts from '%s', which does not happen there. Let it count from %s."
                            .formatted(
                                    use.clock()
                                            .anchor()
                                            .duty()
                                            .map(DutyId::value)
                                            .orElse(Spelling.of(moment)),
                                    Spelling.anyOf(use.moments().stream()
                                            .sorted()
                                            .map(kind -> kind == Anchor.Kind.DONE ? "a duty" : Spelling.of(kind))
                                            .toList())));
        } else if (moment == Anchor.Kind.CONFERENCE && !asksForConference(use)) {
            fault(use, "counts from the conference, but no question there sets when it ended.");
        } else {
            use.clock().anchor().duty().ifPresent(duty -> isDoneBefore(use, duty));
        }
    }

    private boolean asksForConference(ClockUse use) {
        return use.track().stream()
                .flatMap(this::questionsOf)
                .map(pack.protocol().questions()::get)
                .anyMatch(q -> q != null && q.sets().isPresent());
    }

    private Stream<String> questionsOf(Track track) {
        Stream<String> ofTopics = pack.protocol().topics().stream()
                .filter(topic -> topic.go().accept(new GoesTo(track.id())))
                .flatMap(topic -> topic.asks().stream());
        Stream<String> ofStages = track.stages().stream().flatMap(stage -> stage.asks().stream());
        return Stream.of(track.asks().stream(), ofStages, ofTopics).flatMap(s -> s);
    }

    private void isDoneBefore(ClockUse use, DutyId duty) {
        List<Duty> beside = use.placed().map(Checked.Placed::beside).orElse(List.of());
        if (beside.stream().anyMatch(d -> d.id().equals(duty))) {
            if (comesBackTo(use, beside)) {
                fault(use, "counts from '%s', which in the end counts from it.".formatted(duty));
            }
            return;
        }
        List<StageId> earlier = pack.stages()
                .filter(stage -> stage.duty(duty).isPresent())
                .map(Stage::id)
                .filter(id -> use.stage().filter(s -> leadsTo(id, s.id())).isPresent())
                .toList();
        if (earlier.isEmpty()) {
            fault(use, "counts from '%s', which is not owed there or before.".formatted(duty));
        } else if (earlier.size() > 1) {
            fault(
                    use,
                    "counts from '%s', which is a duty of %s. Give one of them another name."
                            .formatted(
                                    duty,
                                    Spelling.allOf(earlier.stream()
                                            .map(StageId::toString)
                                            .toList())));
        }
    }

    private boolean leadsTo(StageId earlier, StageId later) {
        return !earlier.equals(later) && ways.from(List.of(earlier)).contains(later);
    }

    private boolean comesBackTo(ClockUse use, List<Duty> beside) {
        Set<DutyId> seen = new HashSet<>();
        Optional<DutyId> next = use.clock().anchor().duty();
        while (next.isPresent() && seen.add(next.get())) {
            DutyId current = next.get();
            next = beside.stream()
                    .filter(duty -> duty.id().equals(current))
                    .findFirst()
                    .flatMap(Duty::by)
                    .flatMap(by -> pack.protocol().clock(by).anchor().duty());
        }
        return use.placed().filter(placed -> seen.contains(placed.duty().id())).isPresent();
    }

    private void ownReview() {
        ClockRule clock = pack.protocol().ownReview();
        if (!FOR_OWN_REVIEW.contains(clock.anchor().kind())) {
            pack.fault(clock, "'own-review' must count from told, asked or reached.");
        }
    }

    /** A window in which people have a right, and a cap, are not for agreeing; nothing shortens a right. */
    private void nobodyShortensARight(Track track) {
        Optional<ClockRule> window = track.opensUntil().map(pack.protocol()::clock);
        Optional<ClockRule> whole = track.whole().map(pack.protocol()::clock);
        window.filter(ClockRule::orChildsDate)
                .ifPresent(clock -> pack.fault(
                        clock,
                        "Clock %s is the window of track %s: a right, which no child's date may shorten."
                                .formatted(clock.name(), track.id())));
        Stream.concat(window.stream(), whole.stream())
                .filter(clock -> clock.agreement() != Agreement.NONE)
                .forEach(clock -> pack.fault(
                        clock,
                        "Clock %s bounds track %s as a whole, so it cannot be agreed case by case."
                                .formatted(clock.name(), track.id())));
    }

    private void fault(ClockUse use, String rest) {
        pack.fault(use.part(), "Clock %s, used for %s, %s".formatted(use.clock().name(), use.what(), rest));
    }

    /** Whether a topic begins this track. */
    private record GoesTo(TrackId wanted) implements Topic.Door.Visitor<Boolean> {

        @Override
        public Boolean toTrack(TrackId track) {
            return track.equals(wanted);
        }

        @Override
        public Boolean toFlag(Flag flag) {
            return false;
        }
    }
}
