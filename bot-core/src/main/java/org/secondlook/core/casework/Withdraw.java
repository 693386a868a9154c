package org.secondlook.core.casework;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.message.PrivateNote;

/**
 * The raiser withdraws what they raised, since the child is safe (C-3). It stays on record as withdrawn. Their own lead is
 * always told, and everybody who has been asked.
 */
public record Withdraw(PrivateNote reason) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Case theCase = unfolding.theCase();
        Concern concern = theCase.concern();
        if (!unfolding.setting().actor().is(concern.raiser())) {
            return Optional.of(new Refusal.NotYours());
        }
        if (!theCase.isOpen()) {
            return Optional.of(new Refusal.NoLongerAsked());
        }
        Set<PostId> told = new LinkedHashSet<>();
        told.add(unfolding.setting().router().lead(concern.raising()).post());
        theCase.open().stream()
                .filter(owed -> owed.since().isPresent())
                .map(Obligation::holder)
                .forEach(told::add);
        unfolding.happens(new CaseEvent.Withdrawn(reason));
        new Stages(unfolding).leave(StageVisit.Exit.WITHDRAWN);
        new Close(unfolding).askNoMore();
        told.stream()
                .filter(post -> !unfolding.actsFor(post))
                .forEach(post -> unfolding.tell(post, "C-3w", Optional.empty()));
        return Optional.empty();
    }
}
