package org.secondlook.core.conversation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.Obligation;
import org.secondlook.core.casework.Outlook;
import org.secondlook.core.casework.Reference;
import org.secondlook.core.casework.Setting;
import org.secondlook.core.casework.StageVisit;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.Post;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Offer;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.Tool;
import org.secondlook.core.protocol.Track;
import org.secondlook.core.routing.Route;
import org.secondlook.core.routing.Router.Near;
import org.secondlook.core.yaml.Spelling;

/**
 * The named facts that texts may speak of: who one's manager and lead are, whom to ring, where a case stands. What has to be
 * looked for is looked for only when a text speaks of it.
 */
final class Facts {

    private final Scene scene;
    private final People people;
    private final Map<String, Object> facts = new HashMap<>();

    private Facts(Scene scene) {
        this.scene = scene;
        this.people = scene.people();
    }

    /** What can be said to a person whatever they are doing. */
    static Map<String, Object> of(Scene scene) {
        Facts facts = new Facts(scene);
        facts.about(scene);
        return facts.facts;
    }

    /** The same, and what can be said of a case. */
    static Map<String, Object> of(Scene scene, Case theCase) {
        Facts facts = new Facts(scene);
        facts.about(scene);
        facts.about(theCase);
        return facts.facts;
    }

    /** The same for a conversation: with the agency it is about, if that is known. */
    static Map<String, Object> of(Scene scene, Optional<CaseFile> file, Conversation conversation) {
        Facts facts = new Facts(scene);
        facts.about(scene);
        file.map(CaseFile::theCase).ifPresent(theCase -> {
            facts.about(theCase);
            facts.about(theCase, conversation);
        });
        facts.about(conversation);
        return facts.facts;
    }

    /** The first-line manager of a person's own agency, through their own line. */
    static Route ownManager(Scene scene, Post ownPost) {
        Near near = new Near(ownPost.agency(), Optional.of(ownPost.id()), Optional.empty());
        return scene.router()
                .atLevel(near, Level.FIRST_LINE, Set.of(scene.person().id()));
    }

    private void about(Scene present) {
        facts.put("person", present.person().name());
        facts.put("firstName", present.person().firstName());
        facts.put("protocol", present.protocol().title());
        facts.put("partnership", present.protocol().partnership());
        put("today", () -> present.moments().day(present.today()));
        put("frontDoor", () -> people.outsideName("front-door"));
        put("frontDoorPhone", () -> people.outsidePhone("front-door"));
        put("outOfHoursPhone", () -> people.outsidePhone("out-of-hours"));
        put("outOfHours", () -> present.deadlines().calendar().isWorkingTime(present.now()) ? "no" : "yes");
        put("businessUnit", () -> people.outsideName(people.office()));
        put("businessUnitPhone", () -> people.outsidePhone(people.office()));
        put("tools", () -> present.protocol().tools().stream().map(this::tool).collect(Collectors.joining(" ")));
        put("meetings", this::meetings);
        put(
                "statement",
                () -> present.wording().has("says.statement")
                        ? present.wording().say("says.statement")
                        : "");
        present.ownPost().ifPresent(this::aboutOwnAgency);
    }

    private void put(String name, Supplier<String> value) {
        facts.put(name, value);
    }

    /** The meetings that a procedure names for the time before a case is raised. */
    private String meetings() {
        String titles = scene.protocol().offers().stream()
                .filter(offer -> offer.at().stream()
                        .map(scene.protocol()::stage)
                        .anyMatch(stage -> stage.level().equals(Optional.of(Level.PRACTITIONER))))
                .map(Offer::title)
                .collect(Collectors.joining(", "));
        return titles.isEmpty() ? "" : scene.wording().say("P-3.meetings", "meetings", titles);
    }

    private String tool(Tool tool) {
        return tool.link().map(link -> tool.name() + ": " + link + ".").orElse(tool.name() + ".");
    }

    private void aboutOwnAgency(Post ownPost) {
        Supplier<Route> manager = () -> ownManager(scene, ownPost);
        PostId lead = people.lead(ownPost.agency());
        put("manager", () -> people.acting(manager.get().post()));
        put("managerPhone", () -> people.phone(manager.get().post()));
        put("managerFull", () -> people.inFull(manager.get().post()));
        put("whyManager", () -> people.why(manager.get()));
        put(
                "managerIsLead",
                () -> people.acting(lead).equals(people.acting(manager.get().post())) ? "yes" : "no");
        put("lead", () -> people.acting(lead));
        put("leadTitle", () -> people.withTitle(lead));
        put("leadPhone", () -> people.phone(lead));
        put("toTell", () -> people.acting(new AlertDesk(scene).firstToTell()));
        put("toTellPhone", () -> people.phone(new AlertDesk(scene).firstToTell()));
        put(
                "leadDeputy",
                () -> people.acting(scene.directory().post(lead).deputy().orElse(lead)));
        put("ownAgency", () -> people.agencyName(ownPost.agency()));
        put("support", () -> scene.agency(ownPost.agency()).support().orElse(""));
        put(
                "ownProcedure",
                () -> scene.agency(ownPost.agency())
                        .ownProcedure()
                        .orElseGet(() -> scene.wording().say("procedure.own")));
    }

    private void about(Case theCase) {
        facts.put("reference", theCase.reference().value());
        put("raiser", () -> people.name(theCase.concern().raiser()));
        put("raisingAgency", () -> people.agencyName(theCase.concern().raising()));
        join("respondingAgency", theCase.concern().responding(), people::agencyName, "who.and");
        theCase.last().ifPresent(visit -> aboutStage(visit, theCase.concern().neededBy()));
        theCase.conference()
                .ifPresent(conference -> about(conference, theCase.concern().topic(), theCase.begun()));
        theCase.open(Does.REVIEW).stream()
                .flatMap(review -> review.deadline().remindBy().stream())
                .findFirst()
                .ifPresent(due -> put("reviewOn", () -> scene.moments().on(due)));
        Setting setting = scene.setting(new TurnId("outlook"));
        Optional<Outlook> outlook = Outlook.of(theCase, setting);
        facts.put("next", outlook.isPresent() ? "yes" : "no");
        put("onward", () -> Spelling.of(Outlook.onward(theCase, setting)));
        outlook.ifPresent(next -> {
            facts.put("nextStage", next.stage().title());
            put("nextPosts", () -> next.posts().stream().map(people::inFull).collect(Collectors.joining("; ")));
        });
        facts.put("agreed", theCase.isAgreed() ? "yes" : "no");
        facts.put("closing", theCase.closingWith().isPresent() ? "yes" : "no");
        put("outside", () -> outside(theCase));
        put("seen", () -> isSeen(theCase) ? "yes" : "no");
        facts.put("dateOpen", theCase.open(Does.AGREE_DATE).isEmpty() ? "no" : "yes");
        Supplier<Post> stale = () -> StaleEntry.of(theCase, scene).orElseThrow();
        put("staleFull", () -> people.inFull(stale.get().id()));
        put("stalePhone", () -> people.phone(stale.get().id()));
        put("staleDays", () -> String.valueOf(StaleEntry.days(stale.get(), scene)));
        theCase.open(Does.REPLY).stream()
                .filter(reply -> people.actingPerson(reply.holder())
                        .filter(scene.person()::equals)
                        .isPresent())
                .findFirst()
                .ifPresent(reply -> aboutAsker(theCase, reply));
        Side own = ownSide(theCase);
        about("raising", theCase, side -> side == Side.RAISING);
        about("responding", theCase, side -> side != Side.RAISING);
        about("other", theCase, side -> side != own);
    }

    /** Whether somebody who is to answer has opened it. */
    private boolean isSeen(Case theCase) {
        return theCase.open(Does.RESPOND).stream()
                .flatMap(response -> people.actingPerson(response.holder()).stream())
                .anyMatch(person -> theCase.seenBy(person.id()).isPresent()
                        || theCase.conflict(person.id()).isPresent());
    }

    /** Who asked the question that is answered by an obligation: the answer goes to nobody else. */
    private void aboutAsker(Case theCase, Obligation reply) {
        theCase.question(reply.id())
                .flatMap(question -> theCase.obligation(question.asking()))
                .ifPresent(asking -> aboutPost("asker", asking.holder()));
    }

    private void aboutPost(String fact, PostId post) {
        put(fact, () -> people.acting(post));
        put(fact + "Full", () -> people.inFull(post));
        put(
                fact + "At",
                () -> scene.wording()
                        .say(
                                "who.at",
                                "name",
                                people.acting(post),
                                "agency",
                                people.agencyShort(scene.directory().post(post).agency())));
    }

    /** The side of the scene's person: by what they manage, since within one agency both sides are in it. */
    private Side ownSide(Case theCase) {
        boolean raising =
                scene.ownAgency().filter(theCase.concern().raising()::equals).isPresent();
        return theCase.managers().stream()
                .filter(manager -> people.actingPerson(manager.holder())
                        .filter(scene.person()::equals)
                        .isPresent())
                .map(Obligation::side)
                .findFirst()
                .orElse(raising ? Side.RAISING : Side.RESPONDING);
    }

    /** The bodies outside the partnership that fit the sectors of the parties (N11). */
    private String outside(Case theCase) {
        return theCase.concern().agencies().stream()
                .map(agency -> scene.agency(agency).sector())
                .flatMap(sector -> scene.protocol().roles().values().stream()
                        .flatMap(role -> Stream.ofNullable(role.bySector().get(sector))))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void about(String whose, Case theCase, Predicate<Side> side) {
        List<Obligation> managers = theCase.counterparts().stream()
                .filter(manager -> side.test(manager.side()))
                .toList();
        List<PostId> posts = managers.stream().map(Obligation::holder).toList();
        join(whose + "Manager", posts, people::acting, "who.and");
        join(whose + "ManagerFull", posts, people::inFull, "who.and-full");
        join(whose + "ManagerPhone", posts, people::phone, "who.and");
        join(whose + "ManagerAt", managers, this::at, "who.and");
    }

    private String at(Obligation manager) {
        return scene.wording()
                .say("who.at", "name", people.acting(manager.holder()), "agency", people.agencyShort(manager.agency()));
    }

    /** Several agencies may answer, each through its own manager: whoever presses must read every name. */
    private <T> void join(String fact, List<T> all, Function<T, String> name, String key) {
        if (!all.isEmpty()) {
            put(
                    fact,
                    () -> all.stream()
                            .map(name)
                            .distinct()
                            .reduce((first, second) -> scene.wording().say(key, "first", first, "second", second))
                            .orElseThrow());
        }
    }

    /** What is still owed that should have come before what the person is about to do (G-2). */
    private void about(Case theCase, Conversation conversation) {
        conversation.one(Sendings.ASKED).map(PostId::new).ifPresent(post -> aboutPost("asked", post));
        conversation
                .one(Sendings.COVERS)
                .flatMap(SceneChoices::post)
                .map(PostId::new)
                .ifPresent(post -> aboutPost("cover", post));
        OwedWords words = new OwedWords(scene, theCase);
        put(
                "missing",
                () -> Missing.expected(theCase, conversation, scene).stream()
                        .map(owed -> words.line(owed).text())
                        .collect(Collectors.joining(" ")));
        conversation.task().obligation().flatMap(theCase::open).ifPresent(owed -> {
            put("due", () -> words.due(owed));
            aboutAsker(theCase, owed);
        });
    }

    /** Whom a special procedure goes to, and until when it may be begun (D-3, D-10). */
    private void aboutSpecialProcedure(Conversation conversation, String topic) {
        scene.ownPost().ifPresent(own -> {
            RaisedConcern raised = new RaisedConcern(scene, conversation);
            Supplier<List<PostId>> posts =
                    () -> Outlook.beginning(raised.of(own, new Reference("?")), scene.setting(new TurnId("outlook")));
            put("goesTo", () -> posts.get().stream().map(people::inFull).collect(Collectors.joining("; ")));
            put(
                    "goesToFirst",
                    () -> posts.get().stream().findFirst().map(people::acting).orElse(""));
            new TrackOpening(scene)
                    .senior(scene.protocol().topic(topic))
                    .ifPresent(senior -> put("senior", () -> people.withTitle(senior)));
            raised.conference().ifPresent(conference -> about(conference, topic, scene.now()));
        });
    }

    /** By when it must be begun: reminded by the stricter reading, accepted by the looser (ruling 9). */
    private void about(CaseEvent.ConferenceHeld conference, String topic, Instant begun) {
        scene.protocol()
                .trackFor(topic)
                .flatMap(Track::opensUntil)
                .map(scene.protocol()::clock)
                .ifPresent(clock -> {
                    Instant remind = scene.deadlines()
                            .count(clock, conference.began())
                            .remindBy()
                            .orElseThrow();
                    Instant accept = scene.deadlines()
                            .count(clock, conference.ended())
                            .acceptUntil()
                            .orElseThrow();
                    put("windowBy", () -> scene.moments().by(remind));
                    put("windowEnd", () -> scene.moments().on(accept));
                    facts.put("late", begun.isAfter(accept) ? "yes" : "no");
                    WorkingCalendar calendar = scene.deadlines().calendar();
                    facts.put("weekend", calendar.isWorkingDay(WorkingCalendar.dayOf(remind)) ? "no" : "yes");
                });
    }

    /** Where the limit counts from what has not happened yet, such as crossing, the date stands by which it is needed. */
    private void aboutStage(StageVisit visit, Instant neededBy) {
        facts.put("stage", scene.protocol().stage(visit.stage()).title());
        Instant limit = visit.limit().remindBy().orElse(neededBy);
        put("by", () -> scene.moments().by(limit));
        put("on", () -> scene.moments().on(limit));
        visit.cap().remindBy().ifPresent(cap -> {
            put("latest", () -> scene.moments().by(cap));
            put("latestOn", () -> scene.moments().on(cap));
        });
    }

    private void about(Conversation conversation) {
        conversation.one(Questionnaires.TOPIC).ifPresent(topic -> aboutSpecialProcedure(conversation, topic));
        conversation
                .one(SceneChoices.RESPONDING)
                .filter(agency -> !agency.equals(SceneChoices.UNKNOWN))
                .map(AgencyId::new)
                .ifPresent(agency -> {
                    put("responding", () -> people.agencyName(agency));
                    put("respondingShort", () -> people.agencyShort(agency));
                });
    }
}
