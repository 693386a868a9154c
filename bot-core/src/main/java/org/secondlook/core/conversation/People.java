package org.secondlook.core.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.directory.Agency;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.OutsideContact;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.Post;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.Contact;
import org.secondlook.core.routing.Acting;
import org.secondlook.core.routing.Route;

/** Puts people, posts and routes in words. */
final class People {

    private final Scene scene;

    People(Scene scene) {
        this.scene = scene;
    }

    /** The name of whoever acts for a post, or the post's title where nobody does. */
    String acting(PostId post) {
        return actingPerson(post)
                .map(Person::name)
                .orElseGet(() -> scene.directory().post(post).title());
    }

    /** The name of whoever holds a post, there or away, or the post's title where nobody does. */
    String holding(PostId post) {
        return scene.directory()
                .holder(post, scene.today())
                .map(Person::name)
                .orElseGet(() -> scene.directory().post(post).title());
    }

    /** The name of whoever a message is for. */
    String named(Telling.To to) {
        return to.accept(new Telling.To.Visitor<String>() {
            @Override
            public String post(PostId post) {
                return withTitle(post);
            }

            @Override
            public String person(PersonId person) {
                return name(person);
            }
        });
    }

    Optional<Person> actingPerson(PostId post) {
        return scene.router().actingFor(post).map(Acting::person);
    }

    /** "Priya Shah, team manager". */
    String withTitle(PostId post) {
        return scene.wording()
                .say(
                        "who.title",
                        "name",
                        acting(post),
                        "title",
                        scene.directory().post(post).title());
    }

    /** "Priya Shah, team manager, Northshire Council (Microsoft Teams)". */
    String inFull(PostId post) {
        Post entry = scene.directory().post(post);
        return scene.wording()
                .say(
                        "who.full",
                        "name",
                        acting(post),
                        "title",
                        entry.title(),
                        "agency",
                        scene.agency(entry.agency()).name(),
                        "platform",
                        platform(post));
    }

    /** "Microsoft Teams": where whoever acts for a post is reached. */
    String platform(PostId post) {
        return actingPerson(post)
                .flatMap(person -> person.identities().stream().findFirst())
                .map(identity -> scene.wording()
                        .say("platform." + identity.platform().name().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> scene.wording().say("platform.none"));
    }

    /** "Asha Patel, health visitor, Northshire Community NHS Trust". */
    String speaker(PersonId person, PostId post) {
        Post entry = scene.directory().post(post);
        return scene.wording()
                .say(
                        "who.speaker",
                        "name",
                        name(person),
                        "title",
                        entry.title(),
                        "agency",
                        scene.agency(entry.agency()).name());
    }

    String name(PersonId person) {
        return scene.directory()
                .person(person)
                .map(Person::name)
                .orElseGet(() -> scene.wording().say("who.gone"));
    }

    /** "Helen Ward on 01632 960 204", or where to look for a number. */
    String reach(PostId post) {
        return scene.wording().say("who.reach", "name", acting(post), "phone", phone(post));
    }

    String phone(PostId post) {
        return actingPerson(post)
                .flatMap(Person::phone)
                .orElseGet(() -> scene.wording().say("phone.unknown"));
    }

    /** "the front door on 01632 960 100". */
    String outside(String contact) {
        return scene.wording().say("who.reach", "name", outsideName(contact), "phone", outsidePhone(contact));
    }

    String outsidePhone(String contact) {
        return directoryContact(contact)
                .flatMap(OutsideContact::phone)
                .or(() -> packContact(contact).flatMap(Contact::phone))
                .or(() -> holdersPhone(contact))
                .orElseGet(() -> scene.wording().say("phone.unknown"));
    }

    /** A contact that is also a role of the protocol is reached through whoever holds it. */
    private Optional<String> holdersPhone(String contact) {
        return scene.protocol().roles().containsKey(contact)
                ? scene.router()
                        .role(contact, List.of())
                        .flatMap(route -> actingPerson(route.post()))
                        .flatMap(Person::phone)
                : Optional.empty();
    }

    /** The contact that stands for the partnership's office. */
    String office() {
        return scene.protocol().office().orElse("business-unit");
    }

    /** Every way to somebody outside: what the directory of the partnership says of each, or else the pack. */
    String outsideWays(String contact) {
        Optional<OutsideContact> own = directoryContact(contact);
        Optional<Contact> packs = packContact(contact);
        String ways = Stream.of(
                        own.flatMap(OutsideContact::phone).or(() -> packs.flatMap(Contact::phone)),
                        packs.flatMap(Contact::email),
                        own.flatMap(OutsideContact::link).or(() -> packs.flatMap(Contact::link)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return ways.isEmpty() ? scene.wording().say("phone.unknown") : ways;
    }

    String outsideName(String contact) {
        return directoryContact(contact)
                .flatMap(OutsideContact::title)
                .or(() -> packContact(contact).flatMap(Contact::title))
                .orElseGet(() -> scene.wording().say("contact." + contact));
    }

    /** The safeguarding lead of an agency. */
    PostId lead(AgencyId agency) {
        return scene.agency(agency).lead();
    }

    String agencyName(AgencyId agency) {
        return scene.agency(agency).name();
    }

    String agencyShort(AgencyId agency) {
        return scene.agency(agency).shortName();
    }

    /** In one sentence, why a route leads to this post. */
    String why(Route route) {
        Post post = scene.directory().post(route.post());
        Agency agency = scene.agency(post.agency());
        String key = "route." + route.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String why = scene.wording()
                .say(
                        key,
                        "name",
                        acting(route.post()),
                        "title",
                        route.title(),
                        "agency",
                        agency.name(),
                        "team",
                        post.team().map(t -> scene.directory().team(t).name()).orElse(agency.name()));
        return route.wanted()
                .map(wanted ->
                        why + " " + scene.wording().say("route.instead", "wanted", wanted, "agency", agency.name()))
                .orElse(why);
    }

    /** The directory's entry; where each area has its own, that of the area of the person's agency. */
    private Optional<OutsideContact> directoryContact(String contact) {
        boolean byArea = packContact(contact).filter(Contact::byArea).isPresent();
        return scene.ownAgency()
                .filter(agency -> byArea)
                .flatMap(agency -> scene.agency(agency).area())
                .flatMap(area -> scene.directory().contact(contact + "-" + area))
                .or(() -> scene.directory().contact(contact));
    }

    private Optional<Contact> packContact(String contact) {
        return Optional.ofNullable(scene.protocol().contacts().get(contact));
    }
}
