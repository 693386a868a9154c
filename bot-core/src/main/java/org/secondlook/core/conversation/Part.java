package org.secondlook.core.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.secondlook.core.casework.Audience;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.Concern;
import org.secondlook.core.casework.Obligation;
import org.secondlook.core.casework.Questions;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Side;

/**
 * What part a person has in a case, worked out anew from the directory each time: who has none is shown nothing, not
 * even that the case exists (security.md T15, T31).
 *
 * @param reads how much of what was written the person may read
 * @param owed what the person owes and has been told of
 */
record Part(Side side, AgencyId agency, boolean raiser, Reads reads, List<Obligation> owed) {

    /** How much of the words of a case somebody may read. */
    enum Reads {
        /** All that their side may see. */
        WORDS,
        /** What was agreed, and nothing before it. */
        OUTCOME,
        /** Nothing but where the case stands. */
        NOTHING
    }

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

    /** What a manager of the scene's person's agency was asked, in whose channel a message of it may stand (V-9). */
    static Optional<Obligation> ofTheirAgency(Case theCase, Scene scene) {
        return theCase.managers().stream()
                .filter(manager -> theCase.isOpen() && scene.ownAgency().equals(Optional.of(manager.agency())))
                .filter(manager -> manager.since()
                        .filter(since -> !since.isAfter(scene.now()))
                        .isPresent())
                .findFirst();
    }

    /** Whether the person may know that something is owed: of what is asked inside an agency, its own side alone. */
    boolean mayKnowOf(Case theCase, Obligation obligation) {
        return side == obligation.side()
                || theCase.question(obligation.id())
                        .filter(question -> Questions.isInside(theCase, question))
                        .isEmpty();
    }

    /** What the person can act on now. */
    Stream<Obligation> owedNow(Case theCase) {
        return owed.stream().filter(o -> !theCase.isWaiting(o));
    }

    /** What comes first of that. */
    Optional<Obligation> nextOwed(Case theCase) {
        return owedNow(theCase)
                .min(Comparator.comparing(o -> o.deadline().remindBy().orElse(Instant.MAX)));
    }

    /** What the lead's own agency has not put on the child's file by its date (G-5). */
    Optional<Obligation> notFiled(Case theCase, Scene scene) {
        PostId lead = scene.agency(agency).lead();
        return theCase.open(Does.FILE).stream()
                .filter(file -> file.agency().equals(agency) && theCase.isLate(file.id()))
                .filter(file ->
                        scene.router().postsActedFor(scene.person().id()).contains(lead))
                .findFirst();
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
                return Optional.of(new Part(Side.RAISING, concern.raising(), true, Reads.WORDS, owed));
            }
            if (theCase.conflict(scene.person().id()).orElse(false)) {
                return Optional.empty();
            }
            return asHolder(posts, owed)
                    .or(() -> asLead(posts))
                    .or(() -> asAudience(posts))
                    .or(() -> asDecisionMaker(posts, owed));
        }

        private Optional<Part> asHolder(Set<PostId> posts, List<Obligation> owed) {
            List<Obligation> all = new ArrayList<>(theCase.open());
            theCase.done().forEach(done -> all.add(done.obligation()));
            List<Obligation> own = all.stream()
                    .filter(o -> o.does() != Does.ANSWER && isTold(o))
                    .filter(o -> posts.contains(o.holder())
                            || theCase.coveredFor(o.id())
                                    .filter(posts::contains)
                                    .isPresent())
                    .toList();
            Reads reads = own.stream().allMatch(this::isBesideTheLadder) ? Reads.NOTHING : Reads.WORDS;
            return own.stream().findFirst().map(o -> new Part(o.side(), o.agency(), false, reads, owed));
        }

        /** A policy point goes to the partnership without the details of the child's case (dialogue-additions, P-18). */
        private boolean isBesideTheLadder(Obligation obligation) {
            return obligation.does() == Does.DECIDE
                    && obligation.stage().isEmpty()
                    && !theCase.visits().isEmpty();
        }

        /** Those whom the procedure names to take part or tells: of the agencies they belong to, or the partnership's. */
        private Optional<Part> asAudience(Set<PostId> posts) {
            Audience audience = new Audience(theCase, scene.setting(new TurnId("audience")));
            return in(audience.readers(), posts, Reads.WORDS).or(() -> in(audience.informed(), posts, Reads.NOTHING));
        }

        private Optional<Part> in(Set<PostId> audience, Set<PostId> posts, Reads reads) {
            return audience.stream()
                    .filter(posts::contains)
                    .findFirst()
                    .map(post -> scene.directory().post(post).agency())
                    .map(agency -> new Part(sideOf(agency), agency, false, reads, List.of()));
        }

        private Optional<Part> asLead(Set<PostId> posts) {
            AgencyId raising = theCase.concern().raising();
            if (posts.contains(scene.agency(raising).lead())) {
                return Optional.of(new Part(Side.RAISING, raising, false, Reads.WORDS, List.of()));
            }
            return theCase.concern().responding().stream()
                    .filter(agency -> isTold(agency)
                            && posts.contains(scene.agency(agency).lead()))
                    .findFirst()
                    .map(agency -> new Part(Side.RESPONDING, agency, false, Reads.WORDS, List.of()));
        }

        /** Whoever made the decision learns that it is looked at; the words reach them through their own manager. */
        private Optional<Part> asDecisionMaker(Set<PostId> posts, List<Obligation> owed) {
            Reads reads = theCase.closingWith().isPresent() ? Reads.OUTCOME : Reads.NOTHING;
            return theCase.concern()
                    .decisionMaker()
                    .filter(posts::contains)
                    .map(post -> scene.directory().post(post).agency())
                    .filter(this::isTold)
                    .map(agency -> new Part(Side.RESPONDING, agency, false, reads, owed));
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
            return agency.equals(theCase.concern().raising())
                    ? Side.RAISING
                    : theCase.concern().responding().contains(agency) ? Side.RESPONDING : Side.OWN;
        }
    }
}
