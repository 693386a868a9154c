package org.secondlook.core.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.secondlook.core.calendar.Deadlines;
import org.secondlook.core.calendar.KnownHolidays;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.casework.AnswerClosing.Wish;
import org.secondlook.core.casework.CaseEvent.ClosingAnswered.Satisfied;
import org.secondlook.core.casework.CaseEvent.ClosingAnswered.StillAtRisk;
import org.secondlook.core.directory.Agency;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.Directory;
import org.secondlook.core.directory.Post;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.directory.yaml.DirectoryReader;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.protocol.Closing.Outcome;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Offer;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.protocol.Topic;
import org.secondlook.core.protocol.yaml.PackReader;
import org.secondlook.core.routing.Router;

/** Walks every way of a pack with the people of a sample directory, command by command. */
final class Walk {

    private static final Instant START = Instant.parse("2026-12-01T10:00:00Z");

    private final Protocol protocol;
    private final Directory directory;
    private final Deadlines deadlines;
    private final Set<String> visited = new TreeSet<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<State> toDo = new ArrayDeque<>();
    private int turns;

    Walk(String pack, String directoryName) {
        this.protocol = PackReader.readBundled(new ProtocolId(pack, 1)).protocol();
        String file = directoryName + ".yaml";
        this.directory =
                DirectoryReader.read(file, resource("/directories/" + file)).directory();
        this.deadlines = new Deadlines(new WorkingCalendar(
                protocol.calendar(),
                KnownHolidays.BUNDLED.of(protocol.calendar().nation())));
    }

    /** A case at a moment. */
    private record State(History history, Instant now) {

        Case theCase() {
            return history.replay();
        }

        StageId stage() {
            return theCase().current().orElseThrow().stage();
        }
    }

    Protocol protocol() {
        return protocol;
    }

    Set<String> visited() {
        return visited;
    }

    /** Raises a case about every topic, against every council, and goes every way from every stage it comes to. */
    void everything() {
        for (Topic topic : protocol.topics()) {
            for (AgencyId responding : responding(topic)) {
                raise(topic, responding);
            }
        }
        while (!toDo.isEmpty()) {
            from(toDo.remove());
        }
    }

    private void raise(Topic topic, AgencyId responding) {
        Optional<CaseEvent.ConferenceHeld> conference = Optional.of(
                new CaseEvent.ConferenceHeld(START.minus(Duration.ofHours(5)), START.minus(Duration.ofHours(3))));
        PostId raiser = raiser(topic, responding);
        Concern concern = new Concern(
                directory
                        .holder(raiser, WorkingCalendar.dayOf(START))
                        .orElseThrow()
                        .id(),
                raiser,
                directory.post(raiser).agency(),
                List.of(responding),
                Optional.empty(),
                Optional.empty(),
                topic.id(),
                isAboutAChild(topic) ? List.of(new ChildReference("1", responding)) : List.of(),
                RiskGrade.NONE,
                START.plus(Duration.ofDays(3)),
                Optional.empty(),
                Optional.empty());
        Set<Flag> beside = protocol.dutiesOf(Flag.POLICY_ISSUE).isEmpty() || !isAboutAChild(topic)
                ? Set.of()
                : Set.of(Flag.POLICY_ISSUE);
        RaiseCase command = new RaiseCase(
                new Reference("T-1"),
                concern,
                Statement.EMPTY,
                OwnNotes.EMPTY,
                Optional.empty(),
                Optional.empty(),
                false,
                conference,
                beside);
        State state = by(raiser, new State(History.none(new CaseId("case-" + ++turns)), START), command);
        Case theCase = state.theCase();
        visited.add(Transitions.raised(
                topic,
                theCase.current()
                        .map(visit -> visit.stage().value())
                        .orElseGet(() -> theCase.flag(Flag.POLICY_ISSUE)
                                .map(at -> "POLICY_ISSUE")
                                .orElse("?"))));
        risk(state);
        if (theCase.current().isPresent()) {
            arrive(fulfil(flags(state)));
        } else {
            assertThat(flags(state).theCase().status()).isEqualTo(Case.Status.CLOSED);
        }
    }

    /** Immediate risk, at any moment, by whoever raised it. */
    private void risk(State state) {
        if (!protocol.dutiesOf(Flag.RISK_NOW).isEmpty()) {
            Concern was = state.theCase().concern();
            Concern now = new Concern(
                    was.raiser(),
                    was.raiserPost(),
                    was.raising(),
                    was.responding(),
                    was.decisionMaker(),
                    was.team(),
                    was.topic(),
                    was.children(),
                    RiskGrade.NOW,
                    was.neededBy(),
                    was.childsDate(),
                    was.raised());
            RaiseCase raised = new RaiseCase(
                    new Reference("T-2"),
                    now,
                    Statement.EMPTY,
                    OwnNotes.EMPTY,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.of(new CaseEvent.ConferenceHeld(START, START)),
                    Set.of());
            State urgent = by(was.raiserPost(), new State(History.none(new CaseId("case-" + ++turns)), START), raised);
            Obligation told = urgent.theCase().open().stream()
                    .filter(o -> o.stage().isEmpty())
                    .findFirst()
                    .orElseThrow();
            State after = by(told.holder(), urgent, new Perform(told.id(), Statement.EMPTY, OwnNotes.EMPTY));
            assertThat(after.theCase().open(told.id())).isEmpty();
            visited.add(Transitions.flag(Flag.RISK_NOW));
        }
    }

    /** Deals with the flags that were raised beside it. */
    private State flags(State state) {
        State after = state;
        for (Obligation owed : state.theCase().open()) {
            if (owed.stage().isEmpty() && owed.does() == Does.DECIDE) {
                after = by(owed.holder(), after, new Decide(owed.id(), Decide.RECORDED, Statement.EMPTY, Set.of()));
                visited.add(Transitions.flag(Flag.POLICY_ISSUE));
            }
        }
        return after;
    }

    private void arrive(State state) {
        Case theCase = state.theCase();
        boolean partner = theCase.flag(Flag.PARTNER_IS_PARTY).isPresent();
        if (seen.add(
                "%s %s %s".formatted(state.stage(), partner, theCase.concern().responding()))) {
            toDo.add(state);
        }
    }

    private void from(State state) {
        agree(state);
        byHand(state);
        byTime(state);
        decide(state);
        offers(state);
    }

    private void agree(State state) {
        Optional<Obligation> settle = state.theCase().open(Does.SETTLE).stream().findFirst();
        settle.ifPresent(owed -> {
            State after = by(owed.holder(), state, new ProposeResolution(Outcome.CHANGED, Statement.EMPTY));
            for (Obligation confirm : after.theCase().open(Does.CONFIRM)) {
                int words = after.theCase().proposal().orElseThrow().number();
                after = by(confirm.holder(), after, new ConfirmResolution(confirm.id(), words));
            }
            end(after);
            visited.add(Transitions.agreed(state.stage()));
        });
    }

    private void byHand(State state) {
        boolean ahead = Outlook.of(state.theCase(), setting(state, Actor.CLOCK)).isPresent();
        state.theCase().open(Does.SETTLE).stream()
                .findFirst()
                .filter(owed -> ahead)
                .ifPresent(owed -> {
                    State after = by(owed.holder(), state, new MoveUp(owed.id(), Optional.of(new SharedText("why"))));
                    visited.add(Transitions.byHand(state.stage(), after.stage()));
                    arrive(fulfil(after));
                });
    }

    private void byTime(State state) {
        State after = state;
        for (int ticks = 0; ticks < 60 && after.stage().equals(state.stage()); ticks++) {
            Optional<Instant> next = new Timetable(after.theCase(), deadlines.calendar()).next();
            if (next.isEmpty()) {
                return;
            }
            after = taken(new State(after.history(), next.get()), Actor.CLOCK, new PassTime());
        }
        if (!after.stage().equals(state.stage())) {
            visited.add(Transitions.byTime(state.stage(), after.stage()));
            arrive(fulfil(after));
        }
    }

    private void decide(State state) {
        for (Obligation owed : state.theCase().open()) {
            Optional<Duty> duty = protocol.duty(owed.stage(), owed.duty())
                    .filter(d -> d.does() != Does.SETTLE && owed.stage().equals(Optional.of(state.stage())));
            for (String outcome : duty.map(d -> d.outcomes().keySet()).orElse(Set.of())) {
                for (Set<Flag> flags : List.of(Set.<Flag>of(), Set.of(Flag.PARTNER_IS_PARTY))) {
                    State after = by(owed.holder(), state, new Decide(owed.id(), outcome, Statement.EMPTY, flags));
                    boolean closes = after.theCase().closingWith().isPresent()
                            || after.theCase().status() == Case.Status.CLOSED;
                    visited.add(Transitions.decided(
                            state.stage(),
                            outcome,
                            closes ? "close" : after.stage().value()));
                    if (closes) {
                        end(after);
                    } else if (!after.stage().equals(state.stage())) {
                        arrive(fulfil(after));
                    }
                }
            }
        }
    }

    private void offers(State state) {
        for (Offer offer : protocol.offers()) {
            Optional<Obligation> manager = state.theCase().managers().stream().findFirst();
            if (manager.isPresent() && offer.at().contains(state.stage())) {
                AskForMeeting ask = new AskForMeeting(offer.id(), manager.get().agency(), Statement.EMPTY);
                State asked = by(manager.get().holder(), state, ask);
                if (offer.agreedBy().isPresent()) {
                    Obligation agree = asked.theCase().open(Does.AGREE).get(0);
                    State declined = by(agree.holder(), asked, new GiveAgreement(agree.id(), false));
                    assertThat(declined.theCase().open(Does.HOLD)).isEmpty();
                    visited.add(Transitions.offer(offer, "declined"));
                    asked = by(agree.holder(), asked, new GiveAgreement(agree.id(), true));
                }
                Obligation hold = asked.theCase().open(Does.HOLD).get(0);
                State held = by(hold.holder(), asked, new Perform(hold.id(), said(), OwnNotes.EMPTY));
                assertThat(held.theCase().open(Does.HOLD)).isEmpty();
                visited.add(Transitions.offer(offer, "taken up and held"));
            }
        }
    }

    /** Everybody answers, everything is filed, and nothing is owed any more. */
    private void end(State state) {
        State after = state;
        for (Obligation asked : after.theCase().open(Does.ANSWER)) {
            after = by(
                    asked.holder(),
                    after,
                    new AnswerClosing(
                            asked.id(),
                            actor(asked.holder()).person().orElseThrow(),
                            StillAtRisk.NO,
                            Satisfied.YES,
                            Statement.EMPTY,
                            Set.<Wish>of()));
        }
        for (int round = 0; round < 3; round++) {
            after = fulfil(after);
        }
        assertThat(after.theCase().open())
                .as("owed at the end of %s", state.history().id())
                .isEmpty();
        assertThat(after.theCase().status()).isEqualTo(Case.Status.CLOSED);
    }

    /** Does everything that is owed and leads nowhere: reviews, talks, answers, records. */
    private State fulfil(State state) {
        State after = state;
        for (int round = 0; round < 5; round++) {
            for (Obligation owed : after.theCase().open()) {
                if (after.theCase().open(owed.id()).isPresent()
                        && !after.theCase().isWaiting(owed)) {
                    after = fulfil(after, owed);
                }
            }
        }
        return after;
    }

    private State fulfil(State state, Obligation owed) {
        boolean leads = protocol.duty(owed.stage(), owed.duty())
                .filter(duty -> !duty.outcomes().isEmpty())
                .isPresent();
        if (leads) {
            return state;
        }
        Optional<CaseCommand> act = switch (owed.does()) {
            case REVIEW -> Optional.of(new TakeForward(owed.id(), Set.of(), Optional.empty(), Optional.empty()));
            case RESPOND ->
                Optional.of(asksFirst(state, owed)
                        .orElseGet(() ->
                                new Respond(owed.id(), CaseEvent.Responded.Kind.DECISION_STANDS, Statement.EMPTY)));
            case REPLY -> Optional.of(new AnswerQuestion(owed.id(), new SharedText("We were there.")));
            case AGREE_DATE ->
                state.theCase()
                        .current()
                        .flatMap(visit -> visit.limit().remindBy())
                        .map(date -> new AgreeDate(owed.id(), date));
            case AGREE -> Optional.of(new GiveAgreement(owed.id(), true));
            case TALK, CONSULT, WRITE, TOLD, CHECK, APPROVE, FILE, ACT, HOLD ->
                Optional.of(new Perform(owed.id(), said(), OwnNotes.EMPTY));
            case CHOOSE ->
                owed.asksWhetherSatisfied() ? Optional.of(new SayWhetherSatisfied(owed.id(), false)) : Optional.empty();
            case SETTLE, DECIDE, CONFIRM, ANSWER -> Optional.empty();
        };
        return act.map(command -> by(owed.holder(), state, command)).orElse(state);
    }

    /** Whoever answers asks each of those whom they may ask one question first. */
    private static Optional<CaseCommand> asksFirst(State state, Obligation owed) {
        boolean hasAsked =
                state.theCase().questions().stream().anyMatch(q -> q.asking().equals(owed.id()));
        return Questions.mayAsk(state.theCase(), owed).stream()
                .filter(post -> !hasAsked)
                .findFirst()
                .map(post -> new AskQuestion(owed.id(), post, new SharedText("Who was there?")));
    }

    private static Statement said() {
        return new Statement(Map.of(), Map.of("G-4.said", new SharedText("We talked.")));
    }

    private State by(PostId post, State state, CaseCommand command) {
        Instant later = state.now().plus(Duration.ofMinutes(3));
        return taken(new State(state.history(), later), actor(post), command);
    }

    private State taken(State state, Actor actor, CaseCommand command) {
        var outcome = CaseCommand.decide(state.history(), command, setting(state, actor));
        if (outcome instanceof org.secondlook.core.casework.Outcome.Accepted accepted) {
            return new State(accepted.history(), state.now());
        }
        throw new AssertionError("Expected %s to be accepted, but it was %s".formatted(command, outcome));
    }

    private Setting setting(State state, Actor actor) {
        return new Setting(protocol, directory, deadlines, state.now(), actor, new TurnId("turn-" + ++turns));
    }

    private Actor actor(PostId post) {
        return Actor.of(new Router(protocol, directory, WorkingCalendar.dayOf(START))
                .actingFor(post)
                .orElseThrow()
                .person()
                .id());
    }

    private boolean isAboutAChild(Topic topic) {
        return protocol.trackFor(topic.id())
                .filter(track -> !track.id().value().equals("early-concern"))
                .isPresent();
    }

    /** Every council, since a procedure may differ by area; what is about no agency goes to the partnership's office. */
    private List<AgencyId> responding(Topic topic) {
        Agency.Kind kind = isAboutAChild(topic) ? Agency.Kind.LOCAL_AUTHORITY : Agency.Kind.PARTNERSHIP_OFFICE;
        return directory.agencies().stream()
                .filter(agency -> agency.kind() == kind)
                .map(Agency::id)
                .toList();
    }

    /** Somebody of another agency, senior enough to begin it. */
    private PostId raiser(Topic topic, AgencyId responding) {
        Level level = protocol.trackFor(topic.id())
                .flatMap(track -> track.openTo())
                .filter(open -> open.equals("raising senior"))
                .map(open -> Level.SENIOR)
                .orElse(Level.PRACTITIONER);
        List<PostId> posts = new ArrayList<>();
        for (Post post : directory.posts()) {
            Agency agency = directory.agency(post.agency());
            boolean fits = protocol.levels().titles(level, agency.sector()).stream()
                    .anyMatch(title -> post.fills().contains(title.toLowerCase(Locale.ROOT)));
            if (fits && agency.kind() == Agency.Kind.MEMBER && !agency.id().equals(responding)) {
                posts.add(post.id());
            }
        }
        return posts.get(0);
    }

    private static String resource(String path) {
        try (var in = Walk.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
