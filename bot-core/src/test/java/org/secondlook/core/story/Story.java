package org.secondlook.core.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.secondlook.core.calendar.KnownHolidays;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.casework.CaseCommand;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.History;
import org.secondlook.core.casework.Outcome;
import org.secondlook.core.casework.RecomputeDates;
import org.secondlook.core.casework.Setting;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.ButtonSealer;
import org.secondlook.core.conversation.ConversationId;
import org.secondlook.core.conversation.Questionnaires;
import org.secondlook.core.directory.Directory;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.core.directory.Team;
import org.secondlook.core.directory.yaml.DirectoryReader;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Input;
import org.secondlook.core.message.Texts;
import org.secondlook.core.message.View;
import org.secondlook.core.outbox.Delivery;
import org.secondlook.core.outbox.Flow;
import org.secondlook.core.outbox.Gap;
import org.secondlook.core.outbox.Letter;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.protocol.yaml.PackReader;
import org.secondlook.core.turn.Auditor;
import org.secondlook.core.turn.Clockwork;
import org.secondlook.core.turn.Gaps;
import org.secondlook.core.turn.Ids;
import org.secondlook.core.turn.InMemoryCaseStore;
import org.secondlook.core.turn.Partnership;
import org.secondlook.core.turn.Partnerships;
import org.secondlook.core.turn.PostRoom;
import org.secondlook.core.turn.Reply;
import org.secondlook.core.turn.Scenes;
import org.secondlook.core.turn.SettableClock;
import org.secondlook.core.turn.Turn;
import org.secondlook.core.turn.TurnEngine;
import org.secondlook.core.turn.WhileHeld;

/** People of a sample partnership using the bot, with everything real but the platforms and the store. Writes a transcript. */
public final class Story {

    /** The sample partnership of each pack. */
    private static final Map<String, Sample> SAMPLES = Map.of(
            "bradford", new Sample("northshire", "NS"),
            "northumberland", new Sample("moorland", "ML"),
            "pscp", new Sample("tamarside", "TS"),
            "pan-sussex", new Sample("downshire", "DS"),
            "kirklees", new Sample("colnevale", "CV"));

    private record Sample(String directory, String code) {}

    private final StringBuilder transcript = new StringBuilder();
    private final SettableClock clock;
    private final SettableClock wire = new SettableClock("2026-12-01T00:00");
    private Duration heldUp = Duration.ZERO;
    private final InMemoryCaseStore store = new InMemoryCaseStore();
    private final RecordingMessenger slack = new RecordingMessenger(Platform.SLACK);
    private final RecordingMessenger teams = new RecordingMessenger(Platform.TEAMS);
    private final Directory directory;
    private Partnership partnership;
    private final Scenes scenes;
    private final TurnEngine engine;
    private final List<Clockwork> clockworks = new ArrayList<>();
    private final PostRoom postRoom;
    private final Map<PersonId, Actor> actors = new HashMap<>();
    private KnownHolidays holidays = KnownHolidays.BUNDLED;
    private int turns;
    private int names;

    /**
     * @param pack the protocol to play, such as {@code bradford}
     * @param london when it begins, in London time
     */
    public Story(String pack, String london) {
        this(pack, london, directory -> directory);
    }

    /** The same with a change to the directory of the sample partnership. */
    Story(String pack, String london, UnaryOperator<String> change) {
        this.clock = new SettableClock(london);
        Sample sample = Objects.requireNonNull(SAMPLES.get(pack));
        String file = sample.directory() + ".yaml";
        this.directory = DirectoryReader.read(file, change.apply(resource("/directories/" + file)))
                .directory();
        Protocol protocol = PackReader.readBundled(new ProtocolId(pack, 1)).protocol();
        this.partnership = new Partnership(
                new PartnershipId(sample.directory()),
                sample.directory(),
                sample.code(),
                protocol.id(),
                Map.of(protocol.id(), protocol),
                directory);
        Partnerships partnerships = new Partnerships() {
            @Override
            public Collection<Partnership> all() {
                return List.of(partnership);
            }
        };
        this.scenes = new Scenes(partnerships, () -> holidays, Texts.shipped(), new OpenSealer());
        this.engine = new TurnEngine(scenes, Questionnaires.shipped(), store, clock, new CountingIds());
        startAnotherInstance();
        this.postRoom = new PostRoom(scenes, store, Stream.of(slack, teams), this::pace, clock, wire, new Random(7));
    }

    /** A person of the directory. */
    public Actor person(String id) {
        return actors.computeIfAbsent(new PersonId(id), Actor::new);
    }

    /** Everything said so far. */
    public String transcript() {
        return transcript.toString();
    }

    public Instant now() {
        return clock.instant();
    }

    /** From now on cases begin under another protocol; the ones before stay loaded. */
    public void adopts(Protocol protocol) {
        Map<ProtocolId, Protocol> loaded = new HashMap<>(partnership.protocols());
        loaded.put(protocol.id(), protocol);
        partnership = new Partnership(
                partnership.id(), partnership.name(), partnership.code(), protocol.id(), loaded, directory);
    }

    /** From now on other bank holidays are known. */
    public void learns(KnownHolidays other) {
        holidays = other;
    }

    /** From now on whoever sends a message is held up for so long before it goes out, as by a machine that is frozen. */
    void holdsUpSending(Duration duration) {
        heldUp = duration;
    }

    private Duration pace(PartnershipId where, List<Flow> flows) {
        wire.set(wire.instant().plus(heldUp));
        return Duration.ZERO;
    }

    /** What an audit finds at this moment. */
    List<Auditor.Fault> audits() {
        return new Auditor(scenes, store, clock)
                .run().stream().map(Auditor.Finding::fault).toList();
    }

    /** Those whom it concerns are told that what they sent since then may not have arrived. */
    public void tellsOfAGap(String london) {
        Gap gap = new Gap(SettableClock.instant(london), clock.instant());
        gaps().tell(partnership, new TurnId("gap." + gap.from()), gap, person -> true);
        deliver();
    }

    Gaps gaps() {
        return new Gaps(store, clock);
    }

    InMemoryCaseStore store() {
        return store;
    }

    Partnership partnership() {
        return partnership;
    }

    /** Time passes, and the application does not run meanwhile. */
    void clockTo(Instant time) {
        clock.set(time);
    }

    /** From now on the directory knows the posts, and nobody who holds them. */
    void everybodyLeaves() {
        List<Team> teams = directory.posts().stream()
                .flatMap(post -> post.team().stream())
                .distinct()
                .map(directory::team)
                .toList();
        Directory posts = new Directory(
                directory.agencies(), teams, directory.posts(), directory.people(), List.of(), List.of(), List.of());
        partnership = new Partnership(
                partnership.id(),
                partnership.name(),
                partnership.code(),
                partnership.current(),
                partnership.protocols(),
                posts);
    }

    /** From now on a platform answers so when it is given a letter; where this says nothing, it takes it. */
    public void platformAnswers(Platform platform, Function<Letter, Optional<Delivery>> answer) {
        (platform == Platform.SLACK ? slack : teams).answers(answer);
    }

    /** All instances end, and one starts. */
    public void restart() {
        clockworks.clear();
        startAnotherInstance();
    }

    /** Another instance takes turns of the clock beside those that do. */
    public final void startAnotherInstance() {
        clockworks.add(new Clockwork(scenes, store, clock));
    }

    /** Lets time pass; what becomes due on the way happens at its time. */
    public void wait(Duration duration) {
        until(clock.instant().plus(duration));
    }

    /** Lets time pass until a London time. */
    public void until(String london) {
        until(SettableClock.instant(london));
    }

    /** Lets time pass until the next thing that is due, and lets it happen. */
    public void untilNextDue() {
        store.nextDue(partnership.id()).ifPresent(this::until);
    }

    private void until(Instant end) {
        deliver();
        for (Optional<Instant> due = next(end); due.isPresent(); due = next(end)) {
            clock.set(due.get());
            deliver();
        }
        clock.set(end);
        deliver();
    }

    private Optional<Instant> next(Instant end) {
        return store.nextDue(partnership.id()).filter(due -> due.isAfter(clock.instant()) && !due.isAfter(end));
    }

    /** Sends what is due, and lets the clock act, until nothing is due any more. */
    private void deliver() {
        for (int round = 0; turnsOfTheClock() + postRoom.run() > 0; round++) {
            if (round > 100) {
                throw new AssertionError("Expected nothing to be due any more, but it goes on\n" + transcript);
            }
            Stream.concat(slack.take().stream(), teams.take().stream()).forEach(this::received);
        }
        store.open(partnership.id()).keySet().forEach(this::requireNoOtherDates);
        requireThatNothingIsStuck();
    }

    /** At every moment somebody who can act owes something, and the clock comes back in time. */
    private void requireThatNothingIsStuck() {
        List<Auditor.Finding> findings = new Auditor(scenes, store, clock).run();
        if (findings.stream().anyMatch(finding -> finding.fault() != Auditor.Fault.MESSAGE_STUCK)) {
            throw new AssertionError("Expected no fault, but %s%n%s".formatted(findings, transcript));
        }
    }

    private int turnsOfTheClock() {
        return clockworks.stream().mapToInt(Clockwork::run).sum();
    }

    /** Whatever happens, the dates of a case are those that its calendar gives: working them out again changes nothing. */
    private void requireNoOtherDates(CaseId id) {
        History history = store.history(partnership.id(), id);
        Protocol protocol = partnership.protocol(history.replay().protocol());
        Setting setting = new Setting(
                protocol,
                directory,
                scenes.deadlines(protocol),
                clock.instant(),
                org.secondlook.core.casework.Actor.CLOCK,
                new TurnId("again"));
        Outcome.Accepted again = (Outcome.Accepted) CaseCommand.decide(history, new RecomputeDates(), setting);
        if (!again.events().isEmpty()) {
            throw new AssertionError("Expected the same dates again, but %s%n%s".formatted(again.events(), transcript));
        }
    }

    private void received(Letter letter) {
        Person person = directory.identified(letter.person()).orElseThrow();
        String where =
                letter.channel().map(c -> " (in the channel of the team)").orElse("");
        say("%s gets a message%s".formatted(person.name(), where));
        transcript.append(PlainText.of(letter.view()));
        requireThatEveryButtonWorks(letter.person(), letter.view());
        person(person.id().value()).got(letter.view());
    }

    /** Whatever is offered can be pressed: each is tried out on a copy, and nothing of it is kept. */
    private void requireThatEveryButtonWorks(PlatformIdentity identity, View view) {
        view.allActions().forEach(action -> {
            TurnEngine aside = new TurnEngine(scenes, Questionnaires.shipped(), store.copy(), clock, new CountingIds());
            new EveryButton(aside, identity).press(action, view);
        });
    }

    private void say(String line) {
        transcript
                .append('\n')
                .append(clock.instant().atZone(WorkingCalendar.LONDON).toLocalDateTime())
                .append(" ")
                .append(line)
                .append('\n');
    }

    /** A person at their screen. */
    public final class Actor {

        private final Person person;
        private final PlatformIdentity identity;
        private final List<View> messages = new ArrayList<>();
        private Optional<View> screen = Optional.empty();
        private final Deque<Turn> done = new ArrayDeque<>();

        private Actor(PersonId id) {
            this.person = directory.person(id).orElseThrow();
            this.identity = person.identities().get(0);
        }

        PersonId id() {
            return person.id();
        }

        public PlatformIdentity identity() {
            return identity;
        }

        public View screen() {
            return screen.orElseThrow();
        }

        public List<View> messages() {
            return messages;
        }

        /** What the person sees when they type something while the installation is in hold. */
        public View typesInHold(String text) {
            return new WhileHeld(scenes, clock)
                    .handle(new Turn(new TurnId("in-hold"), identity, new Turn.Typed(text)))
                    .orElseThrow()
                    .view();
        }

        /** Begins by the slash command, with a word or none. */
        public Actor begins(String word) {
            return turn("begins" + (word.isEmpty() ? "" : " with \"" + word + "\""), new Turn.Begun(word));
        }

        public Actor types(String text) {
            return turn("types: " + text, new Turn.Typed(text));
        }

        /** Presses a button of the screen, found by how its label begins, without entering anything. */
        public Actor presses(String label) {
            return enters(Map.of(), label);
        }

        /** Answers what may be asked before anything is read, as most do: they know nobody, and no child is in danger. */
        public Actor passesFirstQuestions() {
            while (List.of("M-2q", "G-1").contains(screen().id())) {
                presses("No");
            }
            return this;
        }

        /** Enters an answer and goes on. */
        public Actor answers(String question, String... values) {
            return enters(Map.of(question, List.of(values)), "Continue");
        }

        /** Enters several answers and presses a button. */
        public Actor enters(Map<String, List<String>> entered, String label) {
            View view = screen();
            Map<String, List<String>> all = new LinkedHashMap<>();
            view.inputs().forEach(input -> all.put(input.id(), input.values()));
            all.putAll(entered);
            entered.keySet().forEach(question -> requireInput(view, question));
            return press(view, label, all, entered);
        }

        /** Presses a button of the latest message. */
        public Actor pressesInMessage(String label) {
            return press(messages.get(messages.size() - 1), label, Map.of(), Map.of());
        }

        private Actor press(View view, String label, Map<String, List<String>> all, Map<String, List<String>> shown) {
            Action action = view.allActions()
                    .filter(a -> a.label().startsWith(label))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(
                            "Expected a button beginning '%s' on\n%s".formatted(label, PlainText.of(view))));
            StringBuilder what = new StringBuilder();
            new TreeMap<>(shown)
                    .forEach((question, values) -> what.append("answers ")
                            .append(question)
                            .append(" = ")
                            .append(String.join(", ", values))
                            .append("; "));
            return turn(what + "presses [" + action.label() + "]", new Turn.Pressed(action.token(), all));
        }

        private void requireInput(View view, String question) {
            if (view.inputs().stream().map(Input::id).noneMatch(question::equals)) {
                throw new AssertionError("Expected input %s on\n%s".formatted(question, PlainText.of(view)));
            }
        }

        /** The last thing that was done comes once more. */
        Actor repeats() {
            return repeats(0);
        }

        /** What was done so many turns before the last comes once more. */
        Actor repeats(int before) {
            Turn turn = done.stream().skip(before).findFirst().orElseThrow();
            screen = Optional.of(engine.handle(turn).orElseThrow().view());
            return this;
        }

        /** Has a screen before them that they had before. */
        Actor goesBackTo(View earlier) {
            screen = Optional.of(earlier);
            return this;
        }

        private Actor turn(String what, Turn.Input input) {
            deliver();
            say(person.name() + " " + what);
            Turn turn = new Turn(new TurnId("turn-" + ++turns), identity, input);
            done.push(turn);
            Reply reply = engine.handle(turn).orElseThrow();
            screen = Optional.of(reply.view());
            transcript.append(PlainText.of(reply.view()));
            requireThatEveryButtonWorks(identity, reply.view());
            deliver();
            return this;
        }

        private void got(View message) {
            messages.add(message);
        }
    }

    private static String resource(String path) {
        try (var in = Story.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class CountingIds implements Ids {

        @Override
        public CaseId newCase() {
            return new CaseId("case-" + ++names);
        }

        @Override
        public ConversationId newConversation() {
            return new ConversationId("conversation-" + ++names);
        }
    }

    /** Seals nothing: what matters in a story is what a button means. */
    private static final class OpenSealer implements ButtonSealer {

        @Override
        public String seal(String plain) {
            return Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Optional<String> open(String sealed) {
            return Optional.of(new String(Base64.getUrlDecoder().decode(sealed), StandardCharsets.UTF_8));
        }
    }
}
