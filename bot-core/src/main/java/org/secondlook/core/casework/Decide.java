package org.secondlook.core.casework;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.Closing.Outcome;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.protocol.Target;
import org.secondlook.core.protocol.TrackId;
import org.secondlook.core.yaml.Spelling;

/**
 * Whoever has the last word records what will be done (J-5), and the case goes where the pack says that outcome leads.
 *
 * @param choice an outcome of the pack's duty
 */
public record Decide(ObligationId obligation, String choice, Statement statement) implements CaseCommand {

    /** The choice by which a pack says that the difference is settled. */
    private static final String RESOLVED = "resolved";

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessDue(obligation);
        if (refusal.isPresent()) {
            return refusal;
        }
        Obligation due = unfolding.theCase().open(obligation).orElseThrow();
        StageId stageId = due.stage().orElseThrow();
        Stage stage = unfolding.setting().protocol().stage(stageId);
        Duty duty = stage.duty(due.duty()).orElseThrow();
        Target target = duty.outcomes().get(choice);
        if (target == null) {
            throw new IllegalArgumentException("Expected one of %s, but found '%s'"
                    .formatted(duty.outcomes().keySet(), choice));
        }
        unfolding.happens(new CaseEvent.Decided(obligation, choice, statement));
        unfolding.happens(new CaseEvent.Discharged(obligation));
        tellBothAgencies(unfolding);
        go(unfolding, unfolding.setting().protocol().trackOf(stageId).id(), target);
        return Optional.empty();
    }

    private void go(Unfolding unfolding, TrackId track, Target target) {
        target.accept(new Target.Visitor<Void>() {
            @Override
            public Void toStage(StageId next) {
                new Stages(unfolding)
                        .moveTo(
                                track,
                                unfolding.setting().protocol().stage(next),
                                StageVisit.Exit.DECIDED,
                                StageVisit.Entry.DECIDED);
                return null;
            }

            @Override
            public Void close() {
                new Close(unfolding).askEverybody(outcome());
                return null;
            }

            @Override
            public Void stay() {
                return null;
            }

            @Override
            public Void byFlag(Flag flag, Target raised, Target otherwise) {
                go(unfolding, track, unfolding.theCase().flag(flag).isPresent() ? raised : otherwise);
                return null;
            }
        });
    }

    /** What the choice says of the difference: a pack may use the closing outcomes, or "resolved" and its opposites. */
    private Outcome outcome() {
        return Spelling.find(choice, Outcome.class)
                .orElse(choice.equals(RESOLVED) ? Outcome.CHANGED : Outcome.UNCHANGED_STILL_DIFFER);
    }

    private static void tellBothAgencies(Unfolding unfolding) {
        Set<PostId> posts = new LinkedHashSet<>();
        unfolding.theCase().managers().forEach(manager -> posts.add(manager.holder()));
        posts.forEach(post -> unfolding.tell(post, "J-5", Optional.empty()));
        unfolding.tell(unfolding.theCase().concern().raiser(), "J-5");
    }
}
