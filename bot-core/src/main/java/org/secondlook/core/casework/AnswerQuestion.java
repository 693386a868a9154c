package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.protocol.Does;

/** Somebody answers a question that was put to them; the answer goes to whoever asked. */
public record AnswerQuestion(ObligationId reply, SharedText words) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessHolder(reply);
        if (refusal.isPresent()) {
            return refusal;
        }
        unfolding.happens(new CaseEvent.QuestionAnswered(reply, words));
        unfolding.happens(new CaseEvent.Discharged(reply));
        new Questions(unfolding).endWith(reply);
        AskedQuestion question = unfolding.theCase().question(reply).orElseThrow();
        Obligation asking = unfolding.theCase().obligation(question.asking()).orElseThrow();
        boolean passedOn = asking.does() == Does.REPLY;
        unfolding.tell(asking.holder(), passedOn ? "Q-3" : "Q-4", Optional.of(asking.id()));
        return Optional.empty();
    }
}
