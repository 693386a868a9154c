package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;

/** Somebody says whether they know the child or family personally; if they do, what they owe passes to another post. */
public record DeclareConflict(PersonId person, boolean conflicted) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        boolean said = unfolding
                .theCase()
                .conflict(person)
                .filter(before -> before == conflicted)
                .isPresent();
        if (!said) {
            unfolding.happens(new CaseEvent.ConflictDeclared(person, conflicted));
        }
        if (conflicted) {
            for (Obligation obligation : unfolding.theCase().open()) {
                if (unfolding.actsFor(obligation.holder())) {
                    PostId to = new Substitutes(unfolding).insteadOf(obligation.holder());
                    new Obligations(unfolding).passTo(to, obligation, CaseEvent.HolderChanged.Why.CONFLICT);
                }
            }
        }
        return Optional.empty();
    }
}
