package org.secondlook.core.casework;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.Topic;
import org.secondlook.core.protocol.Track;
import org.secondlook.core.protocol.TrackId;

/**
 * Somebody sends a difference of view. On the ladder it goes to their own manager (P-13): the stages between
 * practitioners lie behind, what the raiser has done of them is recorded, and the case begins at the first stage of
 * managers. A special procedure begins at its first stage, with those whom it names; business without a ladder, such as
 * a matter of policy, goes straight to whoever owes it.
 *
 * @param talkedOver when the raiser talked it over in the own agency, if they did
 * @param talkedTo when the raiser talked to whoever made the decision, or tried to
 * @param someoneTold whether somebody has been told of a risk by the established procedure
 * @param conference the conference it is about, where it is about one
 * @param beside flags that are raised with it
 */
public record RaiseCase(
        Reference reference,
        Concern concern,
        Statement statement,
        OwnNotes notes,
        Optional<LocalDate> talkedOver,
        Optional<LocalDate> talkedTo,
        boolean someoneTold,
        Optional<CaseEvent.ConferenceHeld> conference,
        Set<Flag> beside)
        implements CaseCommand {

    public RaiseCase {
        beside = Set.copyOf(beside);
    }

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Protocol protocol = unfolding.setting().protocol();
        unfolding.happens(new CaseEvent.CaseRaised(reference, protocol.id(), concern, statement, notes));
        conference.ifPresent(unfolding::happens);
        if (concern.risk().isToday()) {
            raiseRiskFlag(unfolding);
        }
        protocol.topic(concern.topic()).go().accept(new Door(unfolding));
        Flags flags = new Flags(unfolding);
        beside.forEach(flags::raise);
        beside.forEach(flags::tellThoseAsked);
        new Support(unfolding).kept(statement);
        return Optional.empty();
    }

    private void raiseRiskFlag(Unfolding unfolding) {
        Flags flags = new Flags(unfolding);
        if (someoneTold) {
            flags.note(Flag.RISK_NOW);
        } else {
            flags.raise(Flag.RISK_NOW);
        }
    }

    private final class Door implements Topic.Door.Visitor<Void> {

        private final Unfolding unfolding;

        Door(Unfolding unfolding) {
            this.unfolding = unfolding;
        }

        @Override
        public Void toTrack(TrackId id) {
            Track track = unfolding.setting().protocol().track(id);
            if (id.equals(TrackId.LADDER)) {
                climb(track);
            } else {
                begin(track);
            }
            return null;
        }

        @Override
        public Void toFlag(Flag flag) {
            new Crossing(unfolding).tellAgencies();
            new Flags(unfolding).raise(flag);
            new Flags(unfolding).tellThoseAsked(flag);
            return null;
        }

        private void climb(Track ladder) {
            for (Stage stage : ladder.stages()) {
                boolean betweenPractitioners = stage.level().equals(Optional.of(Level.PRACTITIONER));
                if (!betweenPractitioners && !Stages.isPassedOver(stage, unfolding.theCase())) {
                    new Stages(unfolding).enter(TrackId.LADDER, stage, StageVisit.Entry.RAISED);
                    new Notices(unfolding).reached(stage);
                    break;
                }
                Optional<LocalDate> on = stage.sides() == Stage.Sides.RAISING ? talkedOver : talkedTo;
                unfolding.happens(new CaseEvent.StagePassed(stage.id(), on.isPresent(), on));
            }
            for (Obligation review : unfolding.theCase().open(Does.REVIEW)) {
                unfolding.tell(review.holder(), "M-1", Optional.of(review.id()));
            }
        }

        /** A special procedure names whom it goes to, and the raiser has read their names: it crosses with this press. */
        private void begin(Track track) {
            new Crossing(unfolding).tellAgencies();
            new Stages(unfolding).begin(track);
        }
    }
}
