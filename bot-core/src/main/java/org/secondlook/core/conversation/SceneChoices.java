package org.secondlook.core.conversation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.Concern;
import org.secondlook.core.casework.PassOn;
import org.secondlook.core.casework.Statement;
import org.secondlook.core.directory.Agency;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.Post;
import org.secondlook.core.protocol.Closing;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Scope;
import org.secondlook.core.protocol.Target;
import org.secondlook.core.protocol.Topic;
import org.secondlook.core.yaml.Spelling;

/** What may be chosen in a scene: fixed options, or what the protocol, the directory, the case and the day offer. */
final class SceneChoices implements Choices {

    /** The answer of somebody who does not know. */
    static final String UNKNOWN = "unknown";

    /** The question that names the other agency (P-2). */
    static final String RESPONDING = "P-2";

    /** The question by when something must happen (P-0). */
    private static final String NEEDED = "P-0";

    /** The question when the other agency was first told (P-4). */
    private static final String FIRST_RAISED = "P-4.on";

    private static final String POST = "post:";
    private static final String TEAM = "team:";

    private final Scene scene;
    private final Optional<CaseFile> file;

    SceneChoices(Scene scene, Optional<CaseFile> file) {
        this.scene = scene;
        this.file = file;
    }

    @Override
    public List<Choice> of(Question question, Conversation conversation) {
        if (question.from().isEmpty()) {
            return question.options().stream()
                    .map(option -> new Choice(option, () -> scene.wording().say(question.id() + ".option." + option)))
                    .toList();
        }
        return switch (question.from().get()) {
            case TOPICS -> topics();
            case AGENCIES ->
                Stream.concat(agencies(), Stream.of(unknown("P-2.option.unknown")))
                        .toList();
            case KNOWN_AGENCIES -> agencies().toList();
            case OTHER_AGENCIES ->
                agencies().filter(agency -> agency.tags().isEmpty()).toList();
            case COLLEAGUES -> colleagues();
            case SUCCESSORS ->
                Stream.concat(successors(post -> true), Stream.of(unknown("who.unknown")))
                        .toList();
            case COVERS -> covers(conversation).toList();
            case DECISION_MAKERS -> decisionMakers(conversation);
            case ANSWER_DATES ->
                new AnswerDates(scene)
                        .choices(
                                conversation.answer(NEEDED).contains("soon"),
                                conversation.one(FIRST_RAISED).flatMap(Entered::day));
            case SHARED_ANSWERS -> sharedAnswers();
            case PARTIES -> parties();
            case OUTCOMES -> outcomes();
            case DUTY_OUTCOMES -> dutyOutcomes(conversation);
            case DUTY_ITEMS -> dutyItems(conversation);
            case COUNCILS -> councils();
        };
    }

    @Override
    public boolean has(String what, Conversation conversation) {
        return switch (what) {
            case "outcomes" ->
                duty(conversation).filter(d -> !d.outcomes().isEmpty()).isPresent();
            case "answer" -> !file.orElseThrow().theCase().responses().isEmpty();
            case "missing" ->
                !Missing.expected(file.orElseThrow().theCase(), conversation, scene)
                        .isEmpty();
            case "stale-entry" ->
                StaleEntry.of(file.orElseThrow().theCase(), scene).isPresent();
            case "two-questions" -> questionsAsked(conversation) >= 2;
            case "statement" -> scene.wording().has("says.statement");
            default -> throw new IllegalArgumentException("Expected a known fact of a case, but found " + what);
        };
    }

    /** The post chosen among the decision makers, if one was. */
    static Optional<String> post(String choice) {
        return choice.startsWith(POST) ? Optional.of(choice.substring(POST.length())) : Optional.empty();
    }

    /** The team chosen among the decision makers, if one was. */
    static Optional<String> team(String choice) {
        return choice.startsWith(TEAM) ? Optional.of(choice.substring(TEAM.length())) : Optional.empty();
    }

    private List<Choice> topics() {
        return scene.protocol().topics().stream()
                .map(topic -> new Choice(topic.id(), topic::name, tags(topic)))
                .toList();
    }

    private Stream<Choice> agencies() {
        Optional<AgencyId> own = scene.ownAgency();
        String ownTag = scene.protocol().scope() == Scope.BETWEEN_AND_WITHIN ? "own-allowed" : "own";
        return scene.directory().agencies().stream()
                .filter(agency -> agency.kind() != Agency.Kind.PARTNERSHIP_OFFICE)
                .map(agency -> new Choice(
                        agency.id().value(),
                        agency::name,
                        own.filter(agency.id()::equals).isPresent() ? Set.of(ownTag) : Set.of()));
    }

    /** Each once, by the first of their posts. */
    private List<Choice> colleagues() {
        Map<PersonId, Choice> colleagues = new LinkedHashMap<>();
        for (Post post : scene.ownAgency().map(scene.directory()::postsOf).orElse(List.of())) {
            scene.directory()
                    .holder(post.id(), scene.today())
                    .filter(person -> !person.id().equals(scene.person().id()))
                    .ifPresent(person -> colleagues.putIfAbsent(
                            person.id(), new Choice(person.id().value(), () -> titled(person, post))));
        }
        return List.copyOf(colleagues.values());
    }

    /** Nobody covers for whom they report to, but for a deputy (L-1). */
    private Stream<Choice> covers(Conversation conversation) {
        Optional<Post> holder = conversation
                .task()
                .obligation()
                .flatMap(file.orElseThrow().theCase()::open)
                .map(owed -> scene.directory().post(owed.holder()));
        return successors(post -> holder.flatMap(Post::deputy).equals(Optional.of(post.id()))
                || !post.reportsTo().equals(holder.map(Post::id)));
    }

    private Stream<Choice> successors(Predicate<Post> fit) {
        Case theCase = file.orElseThrow().theCase();
        return scene.ownAgency().map(scene.directory()::postsOf).orElse(List.of()).stream()
                .filter(post -> PassOn.mayBe(theCase, post.id()) && fit.test(post))
                .flatMap(post -> scene
                        .directory()
                        .holder(post.id(), scene.today())
                        .filter(person -> !person.id().equals(scene.person().id()))
                        .map(person -> new Choice(POST + post.id(), () -> titled(person, post)))
                        .stream());
    }

    private String titled(Person person, Post post) {
        return scene.wording().say("who.title", "name", person.name(), "title", post.title());
    }

    private List<Choice> decisionMakers(Conversation conversation) {
        List<Choice> choices = new ArrayList<>();
        Optional<AgencyId> agency =
                conversation.one(RESPONDING).filter(id -> !id.equals(UNKNOWN)).map(AgencyId::new);
        if (agency.isPresent()) {
            for (Post post : scene.directory().postsOf(agency.get())) {
                scene.directory()
                        .holder(post.id(), scene.today())
                        .ifPresent(person -> choices.add(new Choice(POST + post.id(), () -> titled(person, post))));
            }
            scene.directory()
                    .teamsOf(agency.get())
                    .forEach(team -> choices.add(new Choice(
                            TEAM + team.id(), () -> scene.wording().say("who.in-team", "team", team.name()))));
        }
        choices.add(unknown("who.unknown"));
        return choices;
    }

    private List<Choice> sharedAnswers() {
        Statement statement = file.orElseThrow().theCase().raised().statement();
        return Stream.concat(statement.choices().keySet().stream(), statement.words().keySet().stream())
                .map(question -> new Choice(question, () -> scene.wording().name(question, 1)))
                .toList();
    }

    private List<Choice> parties() {
        Concern concern = file.orElseThrow().theCase().concern();
        return concern.agencies().stream()
                .map(agency -> new Choice(agency.value(), scene.agency(agency)::name))
                .toList();
    }

    private List<Choice> outcomes() {
        return Stream.of(Closing.Outcome.values())
                .map(outcome ->
                        new Choice(Spelling.of(outcome), () -> scene.wording().say("outcome." + Spelling.of(outcome))))
                .toList();
    }

    private List<Choice> dutyOutcomes(Conversation conversation) {
        return duty(conversation)
                .map(duty -> duty.outcomes().entrySet().stream()
                        .map(e -> new Choice(
                                e.getKey(), () -> decision(scene, e.getKey()), tags(duty, e.getKey(), e.getValue())))
                        .toList())
                .orElse(List.of());
    }

    /** An outcome of a pack in words. */
    static String decision(Scene scene, String outcome) {
        String key = "decision." + outcome;
        return scene.wording().has(key) ? scene.wording().say(key) : Spelling.sentence(outcome);
    }

    private static Set<String> tags(Duty duty, String outcome, Target target) {
        Set<String> tags = new HashSet<>();
        if (duty.reasonsFor().contains(outcome)) {
            tags.add("with-reasons");
        }
        if (target instanceof Target.ByFlag) {
            tags.add("by-partner");
        }
        return tags;
    }

    private List<Choice> dutyItems(Conversation conversation) {
        return duty(conversation)
                .map(duty -> duty.items().stream()
                        .map(item -> new Choice(item.replace(' ', '-'), () -> Spelling.capitalised(item)))
                        .toList())
                .orElse(List.of());
    }

    private long questionsAsked(Conversation conversation) {
        return file.orElseThrow().theCase().questions().stream()
                .filter(question -> conversation.task().obligation().equals(Optional.of(question.asking())))
                .count();
    }

    private Optional<Duty> duty(Conversation conversation) {
        return conversation
                .task()
                .obligation()
                .flatMap(id -> file.orElseThrow().theCase().open(id))
                .flatMap(due -> scene.protocol().duty(due.stage(), due.duty()));
    }

    private List<Choice> councils() {
        return scene.directory().agencies().stream()
                .filter(agency -> agency.kind() == Agency.Kind.LOCAL_AUTHORITY)
                .map(agency -> new Choice(agency.id().value(), agency::name))
                .toList();
    }

    /** Conditions may ask whether a topic is not for this person to begin: a request that only senior staff make. */
    private Set<String> tags(Topic topic) {
        return new TrackOpening(scene).isOpen(topic) ? Set.of() : Set.of("not-open");
    }

    private Choice unknown(String key) {
        return new Choice(UNKNOWN, () -> scene.wording().say(key));
    }
}
