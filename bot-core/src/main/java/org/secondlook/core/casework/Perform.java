package org.secondlook.core.casework;

import java.util.Optional;
import java.util.function.Predicate;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.StageId;

/**
 * Somebody did what they owed and says so: a talk, a consultation, a form, a filing, a check, a meeting. Of what is
 * confidential nothing is recorded but that it is owed no more.
 */
public record Perform(ObligationId obligation, Statement statement, OwnNotes notes) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessDue(obligation);
        if (refusal.isPresent()) {
            return refusal;
        }
        Obligation done = unfolding.theCase().open(obligation).orElseThrow();
        Protocol protocol = unfolding.setting().protocol();
        Optional<Duty> duty = protocol.duty(done.stage(), done.duty());
        if (!protocol.isConfidential(done.duty())) {
            unfolding.happens(new CaseEvent.Performed(obligation, statement, notes));
        }
        if (duty.flatMap(Duty::agreedBy).isPresent()) {
            Stage stage = protocol.stage(done.stage().orElseThrow());
            new Agreement(unfolding).ask(done, duty.get().agreedBy().orElseThrow(), stage);
            return Optional.empty();
        }
        unfolding.happens(new CaseEvent.Discharged(obligation));
        done.stage().ifPresent(stage -> afterEach(unfolding, done, stage));
        new Dates(unfolding).refresh();
        new Close(unfolding).resolveWhenAllAnswered();
        return Optional.empty();
    }

    /** What the stage owes anew after each such act, such as approving its record; whoever made the record has. */
    private static void afterEach(Unfolding unfolding, Obligation done, StageId stageId) {
        Stage stage = unfolding.setting().protocol().stage(stageId);
        for (Duty duty : stage.owes()) {
            if (duty.each().contains(done.does())) {
                for (Obligation owed : new Obligations(unfolding).openAnew(duty, stage, isKnownTo(done))) {
                    if (unfolding.actsFor(owed.holder())) {
                        unfolding.happens(new CaseEvent.Discharged(owed.id()));
                    } else {
                        unfolding.tell(owed.holder(), "G-4n", Optional.of(owed.id()));
                    }
                }
            }
        }
    }

    /** A consultation inside an agency is nobody else's to approve. */
    private static Predicate<Obligation> isKnownTo(Obligation done) {
        return owed -> done.does() != Does.CONSULT || owed.side() == done.side();
    }
}
