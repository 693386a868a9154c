package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Stage;

/**
 * Somebody on the raising side takes the case to the next stage without waiting for the date (E-1), or into the
 * partnership, where only a person may take it (ruling 10).
 *
 * @param obligation what gives the actor that right: to settle, to say how it goes on, or to say that the child is safe
 */
public record MoveUp(ObligationId obligation, Optional<SharedText> reason) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessHolder(obligation);
        if (refusal.isPresent()) {
            return refusal;
        }
        Stages stages = new Stages(unfolding);
        Optional<Stage> next = stages.next();
        if (next.isEmpty()) {
            return Optional.of(new Refusal.NoLongerAsked());
        }
        unfolding.happens(new CaseEvent.MovedUp(next.get().id(), reason));
        new Close(unfolding).askNoMore();
        stages.moveTo(next.get(), StageVisit.Exit.BY_HAND, StageVisit.Entry.BY_HAND);
        handInOwnForms(unfolding, next.get());
        return Optional.empty();
    }

    /** Referring is writing the referral: the press by which the case moves hands in the form the mover owes. */
    private static void handInOwnForms(Unfolding unfolding, Stage stage) {
        for (Obligation form : unfolding.theCase().open(Does.WRITE)) {
            if (form.stage().equals(Optional.of(stage.id())) && unfolding.actsFor(form.holder())) {
                unfolding.happens(new CaseEvent.Discharged(form.id()));
            }
        }
    }
}
