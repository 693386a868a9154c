package org.secondlook.core.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.secondlook.core.calendar.Deadlines;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.casework.Actor;
import org.secondlook.core.casework.Obligation;
import org.secondlook.core.casework.Setting;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.directory.Agency;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.Directory;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.Post;
import org.secondlook.core.message.Moments;
import org.secondlook.core.message.Texts;
import org.secondlook.core.message.Wording;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.routing.Router;

/** The world as one person sees it at one moment: what every screen is made from. */
public record Scene(
        PartnershipId partnership,
        Protocol protocol,
        Directory directory,
        Deadlines deadlines,
        Texts texts,
        ButtonSealer sealer,
        Person person,
        Instant now) {

    public LocalDate today() {
        return WorkingCalendar.dayOf(now);
    }

    public Wording wording() {
        return new Wording(texts, person.language());
    }

    public Moments moments() {
        return new Moments(wording(), deadlines.calendar(), now);
    }

    public Router router() {
        return new Router(protocol, directory, today());
    }

    public People people() {
        return new People(this);
    }

    public Buttons buttons() {
        return new Buttons(this);
    }

    /** The post the person speaks from: the first they hold. */
    public Optional<Post> ownPost() {
        List<Post> posts = directory.postsHeldBy(person.id(), today());
        return posts.stream().findFirst();
    }

    /** The agency the person works for. */
    public Optional<AgencyId> ownAgency() {
        return ownPost().map(Post::agency);
    }

    public Agency agency(AgencyId agency) {
        return directory.agency(agency);
    }

    /** Whether the person may know that something is owed: of what is confidential, only whoever acts for its holder. */
    boolean mayKnowOf(Obligation obligation) {
        return !protocol.isConfidential(obligation.duty())
                || router().postsActedFor(person.id()).contains(obligation.holder());
    }

    /** The same world for a decision by this person. */
    public Setting setting(TurnId turn) {
        return new Setting(protocol, directory, deadlines, now, Actor.of(person.id()), turn);
    }

    /** The same world as somebody else sees it. */
    public Scene as(Person other) {
        return new Scene(partnership, protocol, directory, deadlines, texts, sealer, other, now);
    }
}
