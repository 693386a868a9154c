package org.secondlook.core.casework;

import java.util.Optional;

/** The raising side's manager was asked what the raiser knows better, and asks them; the answer comes back first. */
public record PassQuestionOn(ObligationId asked) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessHolder(asked);
        if (refusal.isPresent()) {
            return refusal;
        }
        Obligation owed = unfolding.theCase().open(asked).orElseThrow();
        if (!Questions.canPassOn(unfolding.theCase(), owed)) {
            return Optional.of(new Refusal.NoLongerAsked());
        }
        Holders.Holder raiser = Questions.raiser(unfolding.theCase());
        ObligationId reply = new Questions(unfolding).open(owed, raiser);
        unfolding.happens(new CaseEvent.QuestionPassedOn(asked, reply));
        unfolding.tell(raiser.post(), "Q-2", Optional.of(reply));
        return Optional.empty();
    }
}
