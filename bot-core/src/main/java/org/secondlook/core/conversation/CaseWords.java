package org.secondlook.core.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.casework.AskedQuestion;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.Concern;
import org.secondlook.core.casework.Meeting;
import org.secondlook.core.casework.Obligation;
import org.secondlook.core.casework.OwnNotes;
import org.secondlook.core.casework.Recorded;
import org.secondlook.core.casework.Stamp;
import org.secondlook.core.casework.Statement;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.message.Input;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.message.Wording;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.yaml.Spelling;

/** What people wrote in a case, as one reader may see it: quoted exactly, each labelled with who wrote it. */
final class CaseWords {

    private final Scene scene;
    private final Wording wording;
    private final CaseFile file;
    private final Case theCase;
    private final Part part;
    private final Questionnaires questionnaires;

    CaseWords(Scene scene, CaseFile file, Part part, Questionnaires questionnaires) {
        this.scene = scene;
        this.wording = scene.wording();
        this.file = file;
        this.theCase = file.theCase();
        this.part = part;
        this.questionnaires = questionnaires;
    }

    /** The words on the table for both sides to confirm, or those that both have confirmed; none once another decided. */
    List<Section> proposal() {
        List<Section> sections = new ArrayList<>();
        boolean agreed = theCase.isAgreed();
        boolean asked = theCase.current().isPresent();
        theCase.proposal()
                .filter(p -> (agreed || asked) && isReleased(p.number()))
                .ifPresent(proposal -> {
                    CaseEvent.ResolutionProposed event =
                            (CaseEvent.ResolutionProposed) file.history().event(proposal.number());
                    sections.add(new Section.Heading(wording.say(agreed ? "read.agreed" : "read.proposal")));
                    sections.addAll(statement("resolve", event.statement(), Set.of(), writer(proposal.number())));
                });
        return sections;
    }

    /** Why the last words were not agreed, until there are others. */
    List<Section> refusal() {
        List<Section> sections = new ArrayList<>();
        List<Recorded> events = file.history().events();
        for (int i = events.size() - 1; i >= 0 && theCase.proposal().isEmpty(); i--) {
            Recorded recorded = events.get(i);
            if (recorded.event() instanceof CaseEvent.ResolutionRefused refused
                    && isReleased(recorded.stamp().number())) {
                sections.add(new Section.Heading(wording.say("read.refused")));
                sections.add(new Section.Quote(writer(recorded.stamp().number()), refused.stillDiffers()));
                break;
            }
        }
        return sections;
    }

    /** The answers of the other agencies, the latest last. */
    List<Section> responses() {
        List<Section> sections = new ArrayList<>();
        for (int number : theCase.responses()) {
            if (isReleased(number)) {
                CaseEvent.Responded event = (CaseEvent.Responded) file.history().event(number);
                sections.add(new Section.Heading(wording.say("read.response." + Spelling.of(event.kind()))));
                sections.addAll(statement("respond", event.statement(), Set.of(), writer(number)));
            }
        }
        return sections;
    }

    /** What those with the last word decided. */
    List<Section> decisions() {
        List<Section> sections = new ArrayList<>();
        for (int number : theCase.decisions()) {
            CaseEvent.Decided event = (CaseEvent.Decided) file.history().event(number);
            sections.add(new Section.Heading(SceneChoices.decision(scene, event.outcome())));
            sections.addAll(statement(
                    questionnaires.thatAsked(event.statement()), event.statement(), Set.of(), writer(number)));
        }
        return sections;
    }

    /** The date that the other side would rather have, with its reason. */
    List<Section> suggestedDate() {
        return theCase.suggestedDate()
                .flatMap(s -> ((CaseEvent.DateSuggested) file.history().event(s.number()))
                        .why()
                        .map(why -> List.<Section>of(new Section.Quote(writer(s.number()), why))))
                .orElse(List.of());
    }

    /** The meetings that were asked for: who should be there, when and how. */
    List<Section> meetings() {
        List<Section> sections = new ArrayList<>();
        for (Meeting meeting : theCase.meetings()) {
            if (isReleased(meeting.number())) {
                CaseEvent.MeetingAsked event =
                        (CaseEvent.MeetingAsked) file.history().event(meeting.number());
                sections.add(new Section.Heading(wording.say(
                        "read.meeting",
                        "meeting",
                        scene.protocol().offer(meeting.offer()).title())));
                sections.addAll(statement("ask-meeting", event.statement(), Set.of(), writer(meeting.number())));
            }
        }
        return sections;
    }

    /** The questions that were put to each other with their answers, those inside an agency to its own side alone. */
    List<Section> questions() {
        List<Section> sections = new ArrayList<>();
        for (AskedQuestion question : theCase.questions()) {
            Obligation reply = theCase.obligation(question.reply()).orElseThrow();
            if (part.mayKnowOf(theCase, reply) && isReleased(question.number())) {
                sections.addAll(asked(question, scene.people().acting(reply.holder())));
            }
        }
        return sections;
    }

    /** Of a question that was passed on only the answer, since it stands before as it was first put. */
    private List<Section> asked(AskedQuestion question, String asked) {
        List<Section> sections = new ArrayList<>();
        CaseEvent event = file.history().event(question.number());
        if (event instanceof CaseEvent.QuestionAsked first) {
            sections.add(new Section.Heading(wording.say("read.question", "asked", asked)));
            sections.add(new Section.Quote(writer(question.number()), first.words()));
        } else if (question.answer().filter(this::isReleased).isPresent()) {
            sections.add(new Section.Heading(wording.say("read.question-inside", "asked", asked)));
        }
        question.answer().filter(this::isReleased).ifPresent(number -> {
            CaseEvent.QuestionAnswered answer =
                    (CaseEvent.QuestionAnswered) file.history().event(number);
            sections.add(new Section.Quote(writer(number), answer.words()));
        });
        return sections;
    }

    /** The records of talks and other acts. */
    List<Section> records() {
        List<Section> sections = new ArrayList<>();
        file.history().events().forEach(recorded -> {
            if (recorded.event() instanceof CaseEvent.Performed performed
                    && !performed.statement().equals(Statement.EMPTY)) {
                String task = questionnaires.thatAsked(performed.statement());
                sections.add(new Section.Heading(wording.say("read.record." + task)));
                sections.addAll(statement(
                        task,
                        performed.statement(),
                        Set.of(),
                        writer(recorded.stamp().number())));
            }
        });
        return sections;
    }

    /** What the raiser said: all of it on the raising side, what was taken across on the other. */
    List<Section> concern() {
        Concern concern = theCase.concern();
        boolean inside = part.side() == Side.RAISING;
        String speaker = scene.people().speaker(concern.raiser(), concern.raiserPost());
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Heading(wording.say("read.concern")));
        sections.addAll(
                statement(Task.RAISE, theCase.raised().statement(), inside ? Set.of() : theCase.withheld(), speaker));
        theCase.takenForward().ifPresent(number -> managersWords(number, inside, sections));
        if (inside) {
            sections.addAll(notes(theCase.raised().notes()));
            theCase.withdrawn().filter(this::isReleased).ifPresent(number -> {
                CaseEvent.Withdrawn event = (CaseEvent.Withdrawn) file.history().event(number);
                sections.add(new Section.Heading(wording.say("read.withdrawn")));
                sections.add(new Section.Note(writer(number), event.reason()));
            });
            theCase.declined().values().stream().filter(this::isReleased).forEach(number -> {
                CaseEvent.ReviewDeclined event =
                        (CaseEvent.ReviewDeclined) file.history().event(number);
                sections.add(new Section.Heading(wording.say("read.declined")));
                sections.add(new Section.Note(writer(number), event.reason()));
            });
        }
        return sections;
    }

    private void managersWords(int number, boolean inside, List<Section> sections) {
        CaseEvent.TakenForward event = (CaseEvent.TakenForward) file.history().event(number);
        event.comment().ifPresent(comment -> sections.add(new Section.Quote(writer(number), comment)));
        if (inside) {
            event.note().ifPresent(note -> sections.add(new Section.Note(writer(number), note)));
        }
    }

    /** A statement in the order of its questions: what was chosen as facts, what was written as quotes. */
    private List<Section> statement(String questionnaire, Statement statement, Set<String> withheld, String speaker) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Text(wording.words("read.speaker", "speaker", speaker)));
        List<Section.Fact> facts = new ArrayList<>();
        for (String key : keysInOrder(questionnaire, statement)) {
            Optional<SharedText> words = statement.said(key);
            if (withheld.contains(key)) {
                continue;
            }
            if (words.isPresent() && !isLine(questionnaire, key)) {
                addFacts(sections, facts);
                sections.add(new Section.Quote(label(key), words.get()));
            } else {
                String value = words.map(SharedText::words)
                        .orElseGet(() ->
                                answer(questionnaire, key, statement.choices().getOrDefault(key, List.of())));
                facts.add(new Section.Fact(label(key), value));
            }
        }
        addFacts(sections, facts);
        return sections;
    }

    private static void addFacts(List<Section> sections, List<Section.Fact> facts) {
        if (!facts.isEmpty()) {
            sections.add(new Section.Facts(facts));
            facts.clear();
        }
    }

    /** The questions a statement answers, in their order, round by round where they repeat. */
    private List<String> keysInOrder(String questionnaire, Statement statement) {
        List<String> keys = new ArrayList<>();
        for (Screen screen : questionnaire(questionnaire).screens()) {
            for (int round = 1, found = 1; found > 0; round++) {
                found = 0;
                for (Question question : screen.asks()) {
                    String key = Conversation.key(question.id(), round);
                    if (statement.choices().containsKey(key)
                            || statement.words().containsKey(key)) {
                        keys.add(key);
                        found++;
                    }
                }
            }
        }
        return keys;
    }

    private Questionnaire questionnaire(String id) {
        return questionnaires.of(
                id, scene.protocol(), Optional.of(theCase.concern().topic()));
    }

    private boolean isReleased(int number) {
        return file.isReleased(file.history().events().get(number - 1).stamp(), scene);
    }

    private boolean isLine(String questionnaire, String key) {
        return question(questionnaire, key)
                .filter(q -> q.kind() == Input.Kind.LINE)
                .isPresent();
    }

    private Optional<Question> question(String questionnaire, String key) {
        int hash = key.indexOf('#');
        String id = hash < 0 ? key : key.substring(0, hash);
        return questionnaire(questionnaire).question(id);
    }

    private List<Section> notes(OwnNotes notes) {
        List<Section> sections = new ArrayList<>();
        List<Section.Fact> facts = new ArrayList<>();
        notes.choices()
                .forEach((key, values) -> facts.add(new Section.Fact(label(key), answer(Task.RAISE, key, values))));
        if (!facts.isEmpty()) {
            sections.add(new Section.Heading(wording.say("read.inside", Map.of("agency", agencyName()))));
            sections.add(new Section.Facts(facts));
        }
        notes.words().forEach((key, note) -> sections.add(new Section.Note(label(key), note)));
        return sections;
    }

    private String agencyName() {
        return scene.people().agencyName(part.agency());
    }

    private String label(String key) {
        int hash = key.indexOf('#');
        return hash < 0
                ? wording.name(key, 1)
                : wording.name(key.substring(0, hash), Integer.parseInt(key.substring(hash + 1)));
    }

    private String answer(String questionnaire, String key, List<String> values) {
        Conversation asAnswered = new Conversation(
                new ConversationId("read"),
                theCase.concern().raiser(),
                new Task(questionnaire, Optional.of(theCase.id()), Optional.empty()),
                Position.at(key),
                theCase.raised().statement().choices(),
                false,
                scene.now(),
                scene.now());
        Optional<PersonId> raiser = Optional.of(theCase.concern().raiser());
        Scene then = raiser.flatMap(scene.directory()::person).map(scene::as).orElse(scene);
        return question(questionnaire, key)
                .map(q -> new AnswerWords(then, new SceneChoices(then, Optional.of(file)), asAnswered).of(q, values))
                .orElse(String.join(", ", values));
    }

    private String writer(int number) {
        Stamp stamp = file.history().events().get(number - 1).stamp();
        return stamp.by()
                .person()
                .map(person -> scene.people().speaker(person, postOf(person)))
                .orElseGet(() -> wording.say("who.clock"));
    }

    /** The post from which somebody wrote: one that the case asked of, else the first they hold. */
    private PostId postOf(PersonId person) {
        List<PostId> acted = scene.router().postsActedFor(person);
        return theCase.managers().stream()
                .map(m -> m.holder())
                .filter(acted::contains)
                .findFirst()
                .or(() -> acted.stream().findFirst())
                .orElse(theCase.concern().raiserPost());
    }
}
