package org.secondlook.core.routing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.secondlook.core.directory.Absence;
import org.secondlook.core.directory.Agency;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.Directory;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.Post;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.directory.TeamId;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.Role;
import org.secondlook.core.protocol.Sector;
import org.secondlook.core.routing.Acting.As;
import org.secondlook.core.routing.Route.Reason;

/** Finds posts and the people who act for them, by one protocol and one directory, on one day. */
public final class Router {

    private final Protocol protocol;
    private final Directory directory;
    private final LocalDate today;

    public Router(Protocol protocol, Directory directory, LocalDate today) {
        this.protocol = protocol;
        this.directory = directory;
        this.today = today;
    }

    /** Where in an agency to look: from a post upwards, in a team, or anywhere. */
    public record Near(AgencyId agency, Optional<PostId> post, Optional<TeamId> team) {

        public static Near agency(AgencyId agency) {
            return new Near(agency, Optional.empty(), Optional.empty());
        }
    }

    /**
     * The post of a level in an agency: through the line of the post it is about where that is known, else its team,
     * else the only one of its kind, else the agency's safeguarding lead. Never held by one of those people; then the
     * next level up.
     */
    public Route atLevel(Near near, Level level, Set<PersonId> not) {
        for (Level tried : levelsFrom(level)) {
            Optional<Route> found = filled(near, tried, not);
            if (found.isPresent()) {
                Route route = found.get();
                return tried == level
                        ? route
                        : new Route(route.post(), Reason.NEXT_LEVEL, route.title(), route.wanted());
            }
        }
        return lead(near.agency());
    }

    /** Whether a post fills a level in its agency, or one above it. */
    public boolean isAtLevelOrAbove(PostId post, Level level) {
        Post entry = directory.post(post);
        Sector sector = directory.agency(entry.agency()).sector();
        return levelsFrom(level).stream()
                .flatMap(rung -> protocol.levels().titles(rung, sector).stream())
                .anyMatch(title -> fills(entry, title));
    }

    /** The safeguarding lead of an agency. */
    public Route lead(AgencyId agency) {
        PostId lead = directory.agency(agency).lead();
        return new Route(lead, Reason.LEAD, directory.post(lead).title(), Optional.empty());
    }

    /**
     * The post that fills a role of the protocol, or that receives its post.
     *
     * @param preferred the agencies of the case: where several could fill it, the first of these that does, unless it
     *     is to be an agency that is neither party; else the first in the directory
     */
    public Optional<Route> role(String name, List<AgencyId> preferred) {
        Role role = protocol.role(name);
        return filling(role.id(), role, preferred)
                .or(() -> role.via().flatMap(via -> filling(via, protocol.role(via), preferred)))
                .map(post -> new Route(post.id(), Reason.ROLE, role.title(), Optional.empty()));
    }

    /** Who acts for a post: its holder, else the cover of a holder who is away, else its deputy, else the post above. */
    public Optional<Acting> actingFor(PostId post) {
        return acting(post, post, As.HOLDER, new HashSet<>());
    }

    /** The posts a person acts for, their own and those they cover. */
    public List<PostId> postsActedFor(PersonId person) {
        List<PostId> posts = new ArrayList<>();
        for (Post post : directory.posts()) {
            if (actingFor(post.id()).filter(a -> a.person().id().equals(person)).isPresent()) {
                posts.add(post.id());
            }
        }
        return posts;
    }

    private Optional<Acting> acting(PostId wanted, PostId post, As as, Set<PostId> seen) {
        if (!seen.add(post)) {
            return Optional.empty();
        }
        Optional<Person> holder = directory.holder(post, today);
        Optional<Absence> absence = holder.flatMap(h -> directory.absence(h.id(), today));
        if (holder.isPresent() && absence.isEmpty()) {
            return holder.map(person -> new Acting(person, wanted, as));
        }
        Optional<Acting> cover = absence.flatMap(Absence::cover)
                .filter(person -> directory.absence(person, today).isEmpty())
                .flatMap(directory::person)
                .map(person -> new Acting(person, wanted, As.COVER));
        Post entry = directory.post(post);
        return cover.or(() -> entry.deputy().flatMap(deputy -> acting(wanted, deputy, As.DEPUTY, seen)))
                .or(() -> entry.reportsTo().flatMap(above -> acting(wanted, above, As.ABOVE, seen)));
    }

    private Optional<Route> filled(Near near, Level level, Set<PersonId> not) {
        Agency agency = directory.agency(near.agency());
        List<String> titles = protocol.levels().titles(level, agency.sector());
        for (String title : titles) {
            List<Post> candidates = directory.postsOf(near.agency()).stream()
                    .filter(post -> fills(post, title))
                    .toList();
            Optional<Route> route = best(near, candidates, title, titles.get(0))
                    .filter(found -> !heldByOneOf(directory.post(found.post()), not));
            if (route.isPresent()) {
                return route;
            }
        }
        return Optional.empty();
    }

    private Optional<Route> best(Near near, List<Post> candidates, String title, String first) {
        Optional<String> wanted = title.equals(first) ? Optional.empty() : Optional.of(first);
        List<PostId> line = near.post().map(this::lineAbove).orElse(List.of());
        for (PostId above : line) {
            if (candidates.stream().anyMatch(c -> c.id().equals(above))) {
                return Optional.of(new Route(above, Reason.LINE, title, wanted));
            }
        }
        Optional<TeamId> team =
                near.team().or(() -> near.post().flatMap(p -> directory.post(p).team()));
        Optional<Post> inTeam = candidates.stream()
                .filter(c -> team.isPresent() && c.team().equals(team))
                .findFirst();
        if (inTeam.isPresent()) {
            return Optional.of(new Route(inTeam.get().id(), Reason.TEAM, title, wanted));
        }
        return candidates.size() == 1
                ? Optional.of(new Route(candidates.get(0).id(), Reason.ONLY, title, wanted))
                : Optional.empty();
    }

    private List<PostId> lineAbove(PostId post) {
        List<PostId> line = new ArrayList<>();
        Optional<PostId> above = directory.post(post).reportsTo();
        while (above.isPresent() && !line.contains(above.get())) {
            line.add(above.get());
            above = directory.post(above.get()).reportsTo();
        }
        return line;
    }

    private boolean heldByOneOf(Post post, Set<PersonId> people) {
        return directory
                .holder(post.id(), today)
                .filter(holder -> people.contains(holder.id()))
                .isPresent();
    }

    private Optional<Post> filling(String name, Role role, List<AgencyId> preferred) {
        List<Post> candidates = directory.posts().stream()
                .filter(post -> belongs(directory.agency(post.agency()), role) && fills(post, name))
                .toList();
        if (role.of() == Role.Home.NEUTRAL) {
            return candidates.stream()
                    .filter(post -> !preferred.contains(post.agency()))
                    .findFirst();
        }
        return preferred.stream()
                .flatMap(agency ->
                        candidates.stream().filter(post -> post.agency().equals(agency)))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private static boolean belongs(Agency agency, Role role) {
        return switch (role.of()) {
            case PARTNERSHIP -> agency.kind() == Agency.Kind.PARTNERSHIP_OFFICE;
            case LOCAL_AUTHORITY -> agency.kind() == Agency.Kind.LOCAL_AUTHORITY;
            case EXTERNAL, NEUTRAL -> true;
        };
    }

    private static boolean fills(Post post, String title) {
        return post.fills().contains(title.toLowerCase(Locale.ROOT));
    }

    private static List<Level> levelsFrom(Level level) {
        return Stream.of(Level.PRACTITIONER, Level.FIRST_LINE, Level.SENIOR, Level.STRATEGIC)
                .dropWhile(rung -> rung != level)
                .toList();
    }
}
