package org.secondlook.core.casework;

import java.time.LocalDate;
import java.util.Optional;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.TrackId;

/**
 * A practitioner sends a difference of view to their own manager (P-13). The stages between practitioners lie behind:
 * what the raiser has done of them is recorded, and the case begins at the first stage of managers.
 *
 * @param talkedOver when the raiser talked it over in the own agency, if they did
 * @param talkedTo when the raiser talked to whoever made the decision, or tried to
 * @param someoneTold whether somebody has been told of a risk by the established procedure
 */
public record RaiseCase(
        Reference reference,
        Concern concern,
        Statement statement,
        OwnNotes notes,
        Optional<LocalDate> talkedOver,
        Optional<LocalDate> talkedTo,
        boolean someoneTold)
        implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        unfolding.happens(new CaseEvent.CaseRaised(
                reference, unfolding.setting().protocol().id(), concern, statement, notes));
        if (concern.risk().isToday()) {
            raiseRiskFlag(unfolding);
        }
        for (Stage stage : unfolding.setting().protocol().ladder().stages()) {
            if (stage.level().filter(level -> level == Level.PRACTITIONER).isEmpty()) {
                new Stages(unfolding).enter(TrackId.LADDER, stage, StageVisit.Entry.RAISED);
                break;
            }
            Optional<LocalDate> on = stage.sides() == Stage.Sides.RAISING ? talkedOver : talkedTo;
            unfolding.happens(new CaseEvent.StagePassed(stage.id(), on.isPresent(), on));
        }
        for (Obligation review : unfolding.theCase().open(Does.REVIEW)) {
            unfolding.tell(review.holder(), "M-1", Optional.of(review.id()));
        }
        return Optional.empty();
    }

    private void raiseRiskFlag(Unfolding unfolding) {
        unfolding.happens(new CaseEvent.FlagRaised(Flag.RISK_NOW));
        if (someoneTold || !unfolding.setting().protocol().flags().containsKey(Flag.RISK_NOW)) {
            return;
        }
        for (Duty duty :
                unfolding.setting().protocol().flags().get(Flag.RISK_NOW).owes()) {
            new Obligations(unfolding).open(duty, Flag.RISK_NOW);
        }
    }
}
