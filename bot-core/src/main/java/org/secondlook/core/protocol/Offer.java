package org.secondlook.core.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A meeting a person may ask for; nothing is owed until somebody says yes.
 *
 * @param at the stages that offer it
 * @param atClosing whether it is offered when the case closes
 * @param confidential whether only those who take part learn of it
 */
public record Offer(
        String id,
        String title,
        Set<StageId> at,
        boolean atClosing,
        Who ledBy,
        Optional<Who> agreedBy,
        Optional<String> reads,
        List<String> asks,
        boolean confidential) {

    public Offer {
        at = Set.copyOf(at);
        asks = List.copyOf(asks);
    }
}
