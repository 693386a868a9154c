package org.secondlook.core.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.Concern;
import org.secondlook.core.casework.Obligation;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.Side;

/**
 * What part a person has in a case, worked out anew from the directory each time: who has none is shown nothing, not
 * even that the case exists (security.md T15, T31).
 *
 * @param owed what the person owes and has been told of
 * @param reads whether the person may read the words of the case; otherwise only where it stands
 */
record Part(Side side, AgencyId agency, boolean raiser, boolean reads, List<Obligation> owed) {

    Part {
        owed = List.copyOf(owed);
    }

    /** The part of the scene's person; none where there is none. */
    static Optional<Part> in(Case theCase, Scene scene) {
        if (theCase.status() == Case.Status.NOT_SENT) {
            return Optional.empty();
        }
        return new Finder(theCase, scene).find();
    }

    /** What the person can act on now. */
    Stream<Obligation> owedNow(Case theCase) {
        return owed.stream().filter(o -> !theCase.isWaiting(o));
    }

    private record Finder(Case theCase, Scene scene) {

        Optional<Part> find() {
            Concern concern = theCase.concern();
            Set<PostId> posts =
                    new HashSet<>(scene.router().postsActedFor(scene.person().id()));
            List<Obligation> owed = theCase.open().stream()
                    .filter(o -> posts.contains(o.holder()) && isTold(o))
                    .toList();
            if (scene.person().id().equals(concern.raiser())) {
                return Optional.of(new Part(Side.RAISING, concern.raising(), true, true, owed));
            }
            if (theCase.conflict(scene.person().id()).orElse(false)) {
                return Optional.empty();
            }
            return asHolder(posts, owed).or(() -> asLead(posts)).or(() -> asDecisionMaker(posts));
        }

        private Optional<Part> asHolder(Set<PostId> posts, List<Obligation> owed) {
            List<Obligation> all = new ArrayList<>(theCase.open());
            theCase.done().forEach(done -> all.add(done.obligation()));
            return all.stream()
                    .filter(o -> posts.contains(o.holder()) && isTold(o))
                    .findFirst()
                    .map(o -> new Part(o.side(), o.agency(), false, true, owed));
        }

        private Optional<Part> asLead(Set<PostId> posts) {
            return theCase.concern().agencies().stream()
                    .filter(agency -> isTold(agency)
                            && posts.contains(scene.agency(agency).lead()))
                    .findFirst()
                    .map(agency -> new Part(sideOf(agency), agency, false, true, List.of()));
        }

        /** Whoever made the decision learns that it is looked at; the words reach them through their own manager. */
        private Optional<Part> asDecisionMaker(Set<PostId> posts) {
            return theCase.concern()
                    .decisionMaker()
                    .filter(posts::contains)
                    .map(post -> scene.directory().post(post).agency())
                    .filter(this::isTold)
                    .map(agency -> new Part(sideOf(agency), agency, false, false, List.of()));
        }

        private boolean isTold(Obligation obligation) {
            return obligation.since().filter(this::isPast).isPresent();
        }

        private boolean isTold(AgencyId agency) {
            return theCase.told(agency).filter(this::isPast).isPresent();
        }

        private boolean isPast(Instant instant) {
            return !instant.isAfter(scene.now());
        }

        private Side sideOf(AgencyId agency) {
            return agency.equals(theCase.concern().raising()) ? Side.RAISING : Side.RESPONDING;
        }
    }
}
