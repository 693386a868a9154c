package org.secondlook.core.casework;

import java.util.Optional;
import java.util.Set;
import org.secondlook.core.casework.CaseEvent.ClosingAnswered.Satisfied;
import org.secondlook.core.casework.CaseEvent.ClosingAnswered.StillAtRisk;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.yaml.Spelling;

/**
 * Somebody says, alone, whether the child is still at risk and whether they are satisfied (Z-9).
 *
 * @param learned what they say beside for both agencies, such as what was learned
 */
public record AnswerClosing(
        ObligationId obligation,
        PersonId person,
        StillAtRisk risk,
        Satisfied satisfied,
        Statement learned,
        Set<Wish> wishes)
        implements CaseCommand {

    /** What somebody asks for when a case closes. */
    public enum Wish {
        /** That a shared procedure be looked at again (B50). */
        PROTOCOL_REVIEW,
        /** To talk it over afterwards, in confidence (B51). */
        DEBRIEF
    }

    public AnswerClosing {
        wishes = Set.copyOf(wishes);
    }

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessHolder(obligation);
        if (refusal.isPresent()) {
            return refusal;
        }
        unfolding.happens(new CaseEvent.ClosingAnswered(person, risk, satisfied));
        Obligation asked = unfolding.theCase().open(obligation).orElseThrow();
        if (!learned.equals(Statement.EMPTY)) {
            unfolding.happens(new CaseEvent.Performed(obligation, learned, OwnNotes.EMPTY));
        }
        unfolding.happens(new CaseEvent.Discharged(obligation));
        if (wishes.contains(Wish.PROTOCOL_REVIEW)) {
            new Notices(unfolding).answered(Spelling.of(Wish.PROTOCOL_REVIEW));
        }
        if (wishes.contains(Wish.DEBRIEF)) {
            new Meetings(unfolding).debrief(asked.agency());
        }
        Close close = new Close(unfolding);
        if (risk != StillAtRisk.NO) {
            close.askLeads();
        }
        close.resolveWhenAllAnswered();
        return Optional.empty();
    }
}
