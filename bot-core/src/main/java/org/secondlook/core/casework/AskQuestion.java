package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.message.SharedText;

/**
 * Somebody who owes an answer asks another in the case first. It does not stop the clock.
 *
 * @param asking what they owe
 * @param of whom they ask
 */
public record AskQuestion(ObligationId asking, PostId of, SharedText words) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessHolder(asking);
        if (refusal.isPresent()) {
            return refusal;
        }
        Obligation owed = unfolding.theCase().open(asking).orElseThrow();
        Optional<Holders.Holder> asked = Questions.whom(unfolding.theCase(), owed)
                .filter(holder -> holder.post().equals(of))
                .findFirst();
        if (asked.isEmpty()) {
            return Optional.of(new Refusal.NoLongerAsked());
        }
        ObligationId reply = new Questions(unfolding).open(owed, asked.get());
        unfolding.happens(new CaseEvent.QuestionAsked(asking, reply, words));
        unfolding.tell(of, "Q-2", Optional.of(reply));
        return Optional.empty();
    }
}
