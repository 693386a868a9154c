package org.secondlook.core.casework;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.protocol.Closing.Outcome;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Late;

/**
 * A manager of either side writes down what was agreed (Z-1, Z-2), or changes the words that the other side wrote (Z-3).
 * Every other side must then say yes to exactly these words; an earlier yes to other words is cleared.
 */
public record ProposeResolution(Outcome outcome, Statement statement) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Case theCase = unfolding.theCase();
        Optional<StageVisit> visit = theCase.current();
        if (visit.isEmpty()) {
            return Optional.of(new Refusal.NoLongerAsked());
        }
        List<Obligation> managers = theCase.counterparts();
        Optional<Obligation> own =
                managers.stream().filter(m -> unfolding.actsFor(m.holder())).findFirst();
        if (own.isEmpty()) {
            return Optional.of(new Refusal.NotYours());
        }
        AgencyId by = own.get().agency();
        unfolding.happens(new CaseEvent.ResolutionProposed(by, outcome, statement));
        for (Obligation earlier : theCase.open(Does.CONFIRM)) {
            unfolding.happens(new CaseEvent.Discharged(earlier.id()));
        }
        Set<AgencyId> known = theCase.concern().responding().stream()
                .filter(agency -> theCase.told(agency).isPresent())
                .collect(Collectors.toSet());
        known.add(theCase.concern().raising());
        for (Obligation other : managers) {
            boolean theirs = !other.holder().equals(own.get().holder()) && known.contains(other.agency());
            if (theirs) {
                new Obligations(unfolding)
                        .open(
                                EngineDuties.CONFIRM,
                                Does.CONFIRM,
                                visit.get().stage(),
                                new Holders.Holder(other.holder(), other.agency(), other.side()),
                                Optional.empty(),
                                new Late.AsStage());
            }
        }
        for (Obligation asked : unfolding.theCase().open(Does.CONFIRM)) {
            unfolding.tell(asked.holder(), "Z-3", Optional.of(asked.id()));
        }
        return Optional.empty();
    }
}
