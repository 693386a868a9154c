package org.secondlook.core.casework;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.Directory;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.TrackId;
import org.secondlook.core.protocol.Who;
import org.secondlook.core.routing.Route;
import org.secondlook.core.routing.Router;
import org.secondlook.core.routing.Router.Near;

/** Finds the posts that a pack means by "raising this-level", "both lead" or "business-unit". */
final class Holders {

    private final Concern concern;
    private final Directory directory;
    private final Router router;
    private final Setting setting;

    Holders(Concern concern, Setting setting) {
        this.concern = concern;
        this.setting = setting;
        this.directory = setting.directory();
        this.router = setting.router();
    }

    /** A post that owes or takes part, for whom, and why this post where there was a choice. */
    record Holder(PostId post, AgencyId agency, Side side, Optional<Route> route) {

        Holder(PostId post, AgencyId agency, Side side) {
            this(post, agency, side, Optional.empty());
        }
    }

    /**
     * Those meant, the first alternative that the directory fills; several where each side or each agency has one.
     *
     * @param thisLevel the level of the stage
     * @param own the agency of the post that "own" speaks of
     */
    List<Holder> of(Who who, Optional<Level> thisLevel, Optional<AgencyId> own) {
        return who.firstFilled().stream()
                .map(term -> term.accept(new Finder(thisLevel, own)))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The post of a level in the raising agency. */
    Holder raising(Level level) {
        if (level == Level.PRACTITIONER || asksForThemselves(level)) {
            return raiser();
        }
        Near near = new Near(concern.raising(), Optional.of(concern.raiserPost()), Optional.empty());
        Route route = router.atLevel(near, level, Set.of(concern.raiser()));
        return chosen(route, concern.raising(), Side.RAISING);
    }

    /** The safeguarding lead of an agency, for one of the sides. */
    Holder lead(AgencyId agency, Side side) {
        return chosen(router.lead(agency), agency, side);
    }

    /** On a special procedure a senior raiser asks in person; on the ladder a case always goes to another. */
    private boolean asksForThemselves(Level level) {
        boolean ladder = setting.protocol()
                .trackFor(concern.topic())
                .filter(track -> track.id().equals(TrackId.LADDER))
                .isPresent();
        return !ladder && router.isAtLevelOrAbove(concern.raiserPost(), level);
    }

    private Holder responding(AgencyId agency, Level level) {
        Optional<PostId> decided = concern.decisionMaker()
                .filter(post -> directory.post(post).agency().equals(agency));
        if (level == Level.PRACTITIONER && decided.isPresent()) {
            return new Holder(decided.get(), agency, Side.RESPONDING);
        }
        Set<PersonId> notThem = decided.flatMap(post -> directory.holder(post, setting.today())).stream()
                .map(Person::id)
                .collect(Collectors.toSet());
        Near near = new Near(
                agency,
                decided,
                concern.team().filter(team -> directory.team(team).agency().equals(agency)));
        Route route = router.atLevel(near, level, notThem);
        return chosen(route, agency, Side.RESPONDING);
    }

    private Holder raiser() {
        return new Holder(concern.raiserPost(), concern.raising(), Side.RAISING);
    }

    private static Holder chosen(Route route, AgencyId agency, Side side) {
        return new Holder(route.post(), agency, side, Optional.of(route));
    }

    private Stream<Party> parties(Side side, Optional<AgencyId> own) {
        Party raising = new Party(concern.raising(), Side.RAISING);
        Stream<Party> responding = concern.responding().stream().map(agency -> new Party(agency, Side.RESPONDING));
        return switch (side) {
            case RAISING -> Stream.of(raising);
            case RESPONDING -> responding;
            case BOTH -> Stream.concat(Stream.of(raising), responding);
            case OWN -> own.map(agency -> new Party(agency, sideOf(agency))).stream();
        };
    }

    private List<AgencyId> respondingFirst() {
        return Stream.concat(concern.responding().stream(), Stream.of(concern.raising()))
                .toList();
    }

    private Side sideOf(AgencyId agency) {
        return agency.equals(concern.raising())
                ? Side.RAISING
                : concern.responding().contains(agency) ? Side.RESPONDING : Side.OWN;
    }

    /** An agency in its part. Within one agency it has both. */
    private record Party(AgencyId agency, Side side) {}

    private final class Finder implements Who.Visitor<List<Holder>> {

        private final Optional<Level> thisLevel;
        private final Optional<AgencyId> own;

        Finder(Optional<Level> thisLevel, Optional<AgencyId> own) {
            this.thisLevel = thisLevel;
            this.own = own;
        }

        @Override
        public List<Holder> raiser() {
            return List.of(Holders.this.raiser());
        }

        @Override
        public List<Holder> decisionMaker() {
            return concern.decisionMaker().stream()
                    .map(post -> responding(directory.post(post).agency(), Level.PRACTITIONER))
                    .toList();
        }

        @Override
        public List<Holder> coWorker() {
            return List.of();
        }

        @Override
        public List<Holder> atLevel(Side side, Optional<Level> level) {
            return level.or(() -> thisLevel).stream()
                    .flatMap(l -> parties(side, own)
                            .map(party -> party.side() == Side.RAISING ? raising(l) : responding(party.agency(), l)))
                    .toList();
        }

        @Override
        public List<Holder> lead(Side side) {
            return parties(side, own)
                    .map(party -> Holders.this.lead(party.agency(), party.side()))
                    .toList();
        }

        @Override
        public List<Holder> role(String role) {
            return router.role(role, respondingFirst()).stream()
                    .map(route -> chosen(route, directory.post(route.post()).agency(), Side.OWN))
                    .toList();
        }

        @Override
        public List<Holder> contact(String contact) {
            return List.of();
        }
    }
}
