package org.secondlook.core.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The people of one partnership as its directory file gives them on a day. A value: a changed file makes a new one, so
 * entitlement is read anew on each turn.
 */
public final class Directory {

    private final Map<AgencyId, Agency> agencies;
    private final Map<TeamId, Team> teams;
    private final Map<PostId, Post> posts;
    private final Map<PersonId, Person> people;
    private final Map<PostId, List<Holding>> holdingsOf;
    private final Map<PersonId, List<Holding>> heldBy;
    private final Map<PersonId, List<Absence>> absencesOf;
    private final Map<String, OutsideContact> contacts;
    private final Map<PlatformIdentity, PersonId> byIdentity;

    public Directory(
            Collection<Agency> agencies,
            Collection<Team> teams,
            Collection<Post> posts,
            Collection<Person> people,
            Collection<Holding> holdings,
            Collection<Absence> absences,
            Collection<OutsideContact> contacts) {
        this.agencies = index(agencies, Agency::id);
        this.teams = index(teams, Team::id);
        this.posts = index(posts, Post::id);
        this.people = index(people, Person::id);
        this.holdingsOf = holdings.stream().collect(Collectors.groupingBy(Holding::post));
        this.heldBy = holdings.stream().collect(Collectors.groupingBy(Holding::person));
        this.absencesOf = absences.stream().collect(Collectors.groupingBy(Absence::person));
        this.contacts = index(contacts, OutsideContact::id);
        this.byIdentity = people.stream()
                .flatMap(p -> p.identities().stream().map(i -> Map.entry(i, p.id())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Collection<Agency> agencies() {
        return agencies.values();
    }

    public Collection<Post> posts() {
        return posts.values();
    }

    public Collection<Person> people() {
        return people.values();
    }

    public Agency agency(AgencyId agency) {
        return found(agencies.get(agency), "agency", agency);
    }

    public Post post(PostId post) {
        return found(posts.get(post), "post", post);
    }

    public Team team(TeamId team) {
        return found(teams.get(team), "team", team);
    }

    /** The person, unless the directory no longer knows them. */
    public Optional<Person> person(PersonId person) {
        return Optional.ofNullable(people.get(person));
    }

    public Optional<OutsideContact> contact(String contact) {
        return Optional.ofNullable(contacts.get(contact));
    }

    public List<Post> postsOf(AgencyId agency) {
        return posts.values().stream().filter(p -> p.agency().equals(agency)).toList();
    }

    public List<Team> teamsOf(AgencyId agency) {
        return teams.values().stream().filter(t -> t.agency().equals(agency)).toList();
    }

    /** Who that is, if the directory knows the identity. */
    public Optional<Person> identified(PlatformIdentity identity) {
        return Optional.ofNullable(byIdentity.get(identity)).flatMap(this::person);
    }

    /** Who holds a post on a day, absent or not; the earliest appointed where several do. */
    public Optional<Person> holder(PostId post, LocalDate day) {
        return holdingsOf.getOrDefault(post, List.of()).stream()
                .filter(h -> h.covers(day))
                .findFirst()
                .flatMap(h -> person(h.person()));
    }

    /** The posts a person holds on a day. */
    public List<Post> postsHeldBy(PersonId person, LocalDate day) {
        return heldBy.getOrDefault(person, List.of()).stream()
                .filter(h -> h.covers(day))
                .map(h -> post(h.post()))
                .toList();
    }

    /** The absence of a person on a day. */
    public Optional<Absence> absence(PersonId person, LocalDate day) {
        return absencesOf.getOrDefault(person, List.of()).stream()
                .filter(a -> a.covers(day))
                .findFirst();
    }

    private static <K, V> Map<K, V> index(Collection<V> values, Function<V, K> key) {
        return values.stream()
                .collect(Collectors.toMap(
                        key,
                        Function.identity(),
                        (a, b) -> {
                            throw new IllegalArgumentException(
                                    "Expected each entry once, but found %s twice".formatted(key.apply(a)));
                        },
                        LinkedHashMap::new));
    }

    private static <T> T found(@Nullable T value, String kind, Object id) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "Expected the directory to have %s %s, but it has none".formatted(kind, id));
        }
        return value;
    }
}
