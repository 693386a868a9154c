package org.secondlook.core.conversation;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.secondlook.core.casework.CaseCommand;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.Outcome;
import org.secondlook.core.casework.Reference;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Shown.Screen;

/**
 * What lies on the desk for one turn.
 *
 * @param file the case the turn is about
 * @param drafts what the person has begun and not sent
 * @param sent what the person has sent and can still take back
 * @param cases those that are listed for the person
 */
public record Papers(
        Scene scene,
        Questionnaires questionnaires,
        TurnId turn,
        Optional<CaseFile> file,
        List<Draft> drafts,
        List<Draft> sent,
        Supplier<List<Listed>> cases,
        Names names) {

    /** The names a turn may need. */
    public record Names(
            Supplier<ConversationId> conversation, Supplier<CaseId> theCase, Supplier<Reference> reference) {}

    public Papers {
        drafts = List.copyOf(drafts);
        sent = List.copyOf(sent);
    }

    /** Decides a command on the case at hand: what follows and what is shown then, or why not. */
    Plan decide(CaseCommand command, Shown shown) {
        CaseFile theFile = file.orElseThrow();
        Outcome outcome = CaseCommand.decide(theFile.history(), command, scene.setting(turn));
        if (outcome instanceof Outcome.Refused refused) {
            return Plan.refused(Shown.of(Screen.REFUSED, theFile.theCase().id(), ""), refused.why());
        }
        Outcome.Accepted accepted = (Outcome.Accepted) outcome;
        return accepted.events().isEmpty() ? Plan.show(shown) : Plan.show(shown).with(accepted);
    }
}
