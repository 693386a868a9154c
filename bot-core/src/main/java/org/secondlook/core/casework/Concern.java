package org.secondlook.core.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.directory.TeamId;

/**
 * The facts of a case that decide where it goes and by when, without anybody's words.
 *
 * @param decisionMaker the post whose decision or action it is about, where known
 * @param team the team it is about, where the post is not known
 * @param topic the topic of the protocol
 * @param neededBy by when the raiser says the child needs an answer
 * @param childsDate the date after which it is too late for the child
 * @param raised when the concern was first put to the other agency, where that came before the case
 */
public record Concern(
        PersonId raiser,
        PostId raiserPost,
        AgencyId raising,
        List<AgencyId> responding,
        Optional<PostId> decisionMaker,
        Optional<TeamId> team,
        String topic,
        List<ChildReference> children,
        RiskGrade risk,
        Instant neededBy,
        Optional<Instant> childsDate,
        Optional<Instant> raised) {

    public Concern {
        responding = List.copyOf(responding);
        children = List.copyOf(children);
        if (responding.isEmpty()) {
            throw new IllegalArgumentException("Expected a responding agency, but found none");
        }
    }

    /** Every agency that is a party, the raising one first. */
    public List<AgencyId> agencies() {
        List<AgencyId> all = new ArrayList<>(List.of(raising));
        all.addAll(responding);
        return all.stream().distinct().toList();
    }
}
