package org.secondlook.core.protocol.yaml;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.protocol.Anchor;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.Track;
import org.secondlook.core.protocol.yaml.Checked.Placed;

/**
 * A place where a pack uses a clock.
 *
 * @param what how sentences call it: "the limit of stage step-1"
 * @param part the part of the protocol on whose line it stands
 * @param moments the moments that can happen there
 */
record ClockUse(
        String what,
        Object part,
        ClockRule clock,
        Set<Anchor.Kind> moments,
        Optional<Track> track,
        Optional<Stage> stage,
        Optional<Placed> placed) {

    private static final Set<Anchor.Kind> OF_A_HOLDER =
            EnumSet.of(Anchor.Kind.TOLD, Anchor.Kind.ASKED, Anchor.Kind.DONE);
    private static final Set<Anchor.Kind> OF_A_CASE =
            EnumSet.of(Anchor.Kind.RAISED, Anchor.Kind.ALERTED, Anchor.Kind.CONFERENCE);
    private static final Set<Anchor.Kind> OF_A_STAGE = EnumSet.of(
            Anchor.Kind.RAISED, Anchor.Kind.ALERTED, Anchor.Kind.CONFERENCE, Anchor.Kind.REACHED, Anchor.Kind.DONE);

    /** Every use of a clock in a protocol. */
    static List<ClockUse> all(Checked pack) {
        Protocol protocol = pack.protocol();
        List<ClockUse> uses = new ArrayList<>();
        for (Track track : protocol.tracks().values()) {
            track.opensUntil()
                    .ifPresent(clock -> uses.add(ofTrack(
                            "the window of track " + track.id(),
                            protocol,
                            clock,
                            track,
                            Set.of(Anchor.Kind.CONFERENCE))));
            track.whole()
                    .ifPresent(clock ->
                            uses.add(ofTrack("the whole of track " + track.id(), protocol, clock, track, OF_A_CASE)));
            for (Stage stage : track.stages()) {
                stage.limit().ifPresent(clock -> uses.add(ofStage(protocol, clock, track, stage)));
            }
        }
        for (Placed placed : pack.duties()) {
            placed.duty().by().ifPresent(clock -> uses.add(ofDuty(protocol, clock, placed)));
        }
        return uses;
    }

    private static ClockUse ofTrack(
            String what, Protocol protocol, String clock, Track track, Set<Anchor.Kind> moments) {
        return new ClockUse(
                what, track, protocol.clock(clock), moments, Optional.of(track), Optional.empty(), Optional.empty());
    }

    private static ClockUse ofStage(Protocol protocol, String clock, Track track, Stage stage) {
        return new ClockUse(
                "the limit of stage " + stage.id(),
                stage,
                protocol.clock(clock),
                OF_A_STAGE,
                Optional.of(track),
                Optional.of(stage),
                Optional.empty());
    }

    private static ClockUse ofDuty(Protocol protocol, String clock, Placed placed) {
        Set<Anchor.Kind> moments = EnumSet.copyOf(OF_A_HOLDER);
        if (placed.stage().isPresent()) {
            moments.addAll(OF_A_STAGE);
        }
        if (placed.stage().isPresent() && placed.duty().outlives()) {
            moments.add(Anchor.Kind.LEFT);
        }
        if (placed.flag().filter(flag -> flag == Flag.RISK_NOW).isPresent()) {
            moments.add(Anchor.Kind.RISK);
        }
        return new ClockUse(
                placed.name(),
                placed.duty(),
                protocol.clock(clock),
                moments,
                placed.stage().map(stage -> protocol.trackOf(stage.id())),
                placed.stage(),
                Optional.of(placed));
    }
}
