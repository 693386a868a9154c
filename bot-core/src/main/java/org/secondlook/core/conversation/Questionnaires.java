package org.secondlook.core.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secondlook.core.casework.Statement;
import org.secondlook.core.message.Input;
import org.secondlook.core.protocol.CommonQuestion;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.PackQuestion;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.protocol.Tool;
import org.secondlook.core.protocol.Topic;
import org.secondlook.core.protocol.Track;
import org.secondlook.core.protocol.TrackId;
import org.secondlook.core.yaml.Spelling;

/**
 * The questionnaires of all tasks. Raising begins the same for everybody and goes on as the topic says: up the ladder, by
 * a special procedure, or to the partnership; and it asks what the pack asks beside.
 */
public final class Questionnaires {

    /** The question that says what it is about, and so how it goes on (P-1). */
    static final String TOPIC = "P-1";

    private static final String LADDER = "ladder";
    private static final String POLICY = "policy";

    /** The screen of what a partnership asks beside. */
    private static final String OWN = "P-own";

    /** A procedure of a pack's own, for which the bot has no questions of its own. */
    private static final String SPECIAL = "special";

    private static final List<String> SHIPPED = List.of(
            Task.RAISE,
            LADDER,
            SPECIAL,
            POLICY,
            "dissent",
            "conference-request",
            "early-concern",
            "forward",
            "decline",
            "pass-on",
            "give-cover",
            "leave",
            "date",
            "respond",
            "resolve",
            "refuse",
            "closing",
            "talk",
            "consult",
            "decide",
            "reply",
            "choose",
            "check",
            "read",
            "book",
            "held",
            "ask",
            "answer",
            "ask-meeting",
            "meeting",
            "move-up",
            "withdraw");

    private final Map<String, Questionnaire> byId;
    private final List<Screen> asides = QuestionnaireReader.shipped("asides").screens();
    private final Map<Key, Questionnaire> underProtocols = new ConcurrentHashMap<>();

    /** What the questions of a task depend on. */
    private record Key(String id, ProtocolId protocol, Optional<String> topic) {}

    private Questionnaires(Map<String, Questionnaire> byId) {
        this.byId = byId;
    }

    /** Those that ship with the bot. */
    public static Questionnaires shipped() {
        return new Questionnaires(SHIPPED.stream()
                .map(QuestionnaireReader::shipped)
                .collect(Collectors.toUnmodifiableMap(Questionnaire::id, Function.identity())));
    }

    /** The questions of a conversation, as far as its answers say which. */
    Questionnaire of(Conversation conversation, Protocol protocol) {
        return of(conversation.task().questionnaire(), protocol, conversation.one(TOPIC));
    }

    /** A conversation where it stands; with its answers at the first screen, where the one it stood at is asked no more. */
    Conversation placed(Conversation conversation, Protocol protocol) {
        Questionnaire questionnaire = of(conversation, protocol);
        return questionnaire.has(conversation.position().screen())
                ? conversation
                : conversation.at(Position.at(questionnaire.screens().get(0).id()));
    }

    /** The questions of a task under a protocol, about a topic where that is known. */
    Questionnaire of(String id, Protocol protocol, Optional<String> topic) {
        if (!id.equals(Task.RAISE)) {
            return underProtocols.computeIfAbsent(
                    new Key(id, protocol.id(), Optional.empty()),
                    key -> only(shipped(id), asked(protocol, Optional.empty())).with(asides));
        }
        Optional<Topic> chosen = topic.flatMap(t ->
                protocol.topics().stream().filter(one -> one.id().equals(t)).findFirst());
        return underProtocols.computeIfAbsent(
                new Key(id, protocol.id(), chosen.map(Topic::id)),
                key -> raise(protocol, chosen).with(asides));
    }

    private Questionnaire raise(Protocol protocol, Optional<Topic> chosen) {
        Questionnaire rest = shipped(chosen.map(t -> rest(protocol, t)).orElse(LADDER));
        List<Screen> screens = new ArrayList<>(shipped(Task.RAISE).screens());
        screens.addAll(rest.screens());
        Set<String> asked = asked(protocol, chosen);
        Questionnaire whole = only(new Questionnaire(Task.RAISE, screens, rest.check(), List.of()), asked);
        return new PackQuestions(protocol).addTo(whole, asked);
    }

    /** The task in which a statement on a case was made, told by its questions. */
    String thatAsked(Statement statement) {
        Set<String> keys = new HashSet<>(statement.choices().keySet());
        keys.addAll(statement.words().keySet());
        return byId.values().stream()
                .filter(q -> q.questions()
                        .map(Question::id)
                        .collect(Collectors.toSet())
                        .containsAll(keys))
                .min(Comparator.comparing(q -> q.questions().count()))
                .map(Questionnaire::id)
                .orElse(Task.RAISE);
    }

    private String rest(Protocol protocol, Topic topic) {
        return protocol.trackFor(topic.id())
                .map(Track::id)
                .map(track -> byId.containsKey(track.value()) ? track.value() : SPECIAL)
                .orElse(POLICY);
    }

    private Questionnaire shipped(String id) {
        Questionnaire questionnaire = byId.get(id);
        if (questionnaire == null) {
            throw new IllegalArgumentException("Expected questionnaire %s, but there is none".formatted(id));
        }
        return questionnaire;
    }

    /** What a pack asks of somebody who raises: for the topic, for its track, and of the stages that lie behind then. */
    private static Set<String> asked(Protocol protocol, Optional<Topic> topic) {
        Set<String> asked = new HashSet<>(protocol.closing().asks());
        Optional<Track> track = topic.map(Topic::id).map(protocol::trackFor).orElse(Optional.of(protocol.ladder()));
        topic.ifPresent(t -> asked.addAll(t.asks()));
        track.ifPresent(t -> asked.addAll(t.asks()));
        track.filter(t -> t.id().equals(TrackId.LADDER)).stream()
                .flatMap(t -> t.stages().stream())
                .filter(stage -> stage.level().equals(Optional.of(Level.PRACTITIONER)))
                .forEach(stage -> asked.addAll(stage.asks()));
        if (protocol.tools().stream().anyMatch(Tool::always)) {
            asked.add(Spelling.of(CommonQuestion.LEVEL_OF_NEED));
        }
        protocol.flags().keySet().stream().map(Spelling::of).forEach(asked::add);
        return asked;
    }

    private static Questionnaire only(Questionnaire questionnaire, Set<String> asked) {
        List<Screen> screens = questionnaire.screens().stream()
                .filter(screen ->
                        screen.isInterruption() || screen.asks().stream().anyMatch(q -> isAsked(q, asked)))
                .map(screen -> screen.asking(
                        screen.asks().stream().filter(q -> isAsked(q, asked)).toList()))
                .toList();
        return questionnaire.asking(screens);
    }

    private static boolean isAsked(Question question, Set<String> asked) {
        return !question.ifAsked() || question.answers().filter(asked::contains).isPresent();
    }

    /** The questions of a pack's own, on one screen before the last. */
    private record PackQuestions(Protocol protocol) {

        Questionnaire addTo(Questionnaire questionnaire, Set<String> asked) {
            Set<String> covered =
                    questionnaire.questions().flatMap(q -> q.answers().stream()).collect(Collectors.toSet());
            List<Question> own = protocol.questions().values().stream()
                    .filter(q -> asked.contains(q.id()) && !covered.contains(q.id()))
                    .flatMap(this::questions)
                    .toList();
            if (own.isEmpty()) {
                return questionnaire;
            }
            List<Screen> screens = new ArrayList<>(questionnaire.screens());
            screens.add(screens.size() - 1, new Screen(OWN, own, List.of(), When.ALWAYS, false, false));
            return questionnaire.asking(screens);
        }

        private Stream<Question> questions(PackQuestion question) {
            String id = PackWords.question(question);
            return question.kind() == PackQuestion.Kind.TIME
                    ? Stream.of(
                            question(question, id + ".on", Input.Kind.DATE),
                            question(question, id + ".at", Input.Kind.TIME))
                    : Stream.of(question(question, id, kind(question)));
        }

        private Question question(PackQuestion question, String id, Input.Kind kind) {
            return new Question(
                    id,
                    kind,
                    question.shared(),
                    !question.optional(),
                    true,
                    kind == Input.Kind.CHOICE
                            ? PackWords.options(question, protocol).keySet().stream()
                                    .toList()
                            : List.of(),
                    Optional.empty(),
                    When.ALWAYS,
                    kind == Input.Kind.TEXT || kind == Input.Kind.LINE
                            ? Set.of(Question.Check.NO_IDENTIFIER)
                            : Set.of(),
                    Optional.of(question.id()),
                    false);
        }

        private static Input.Kind kind(PackQuestion question) {
            return switch (question.kind()) {
                case TEXT -> Input.Kind.TEXT;
                case CHOICE -> Input.Kind.CHOICE;
                case TIME -> Input.Kind.TIME;
                case REFERENCES -> Input.Kind.LINE;
            };
        }
    }
}
