package org.secondlook.core.conversation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.secondlook.core.casework.AgreeDate;
import org.secondlook.core.casework.AskLead;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.CaseEvent.ClosingAnswered.StillAtRisk;
import org.secondlook.core.casework.ConfirmResolution;
import org.secondlook.core.casework.DeclareConflict;
import org.secondlook.core.casework.DeclineCover;
import org.secondlook.core.casework.GiveAgreement;
import org.secondlook.core.casework.GiveCover;
import org.secondlook.core.casework.KeepDate;
import org.secondlook.core.casework.MarkSeen;
import org.secondlook.core.casework.ObligationId;
import org.secondlook.core.casework.OwnNotes;
import org.secondlook.core.casework.PassQuestionOn;
import org.secondlook.core.casework.Perform;
import org.secondlook.core.casework.SayRisk;
import org.secondlook.core.casework.SayWhetherSatisfied;
import org.secondlook.core.casework.Snooze;
import org.secondlook.core.casework.Statement;
import org.secondlook.core.conversation.Shown.Screen;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.reminder.Later;

/** What a person with a part in a case does on it: look, answer the conflict question, act, begin a task. */
final class CaseDesk {

    /** Begins a task with what is there already, to be sent as it is. */
    static final String AS_IT_IS = "as-it-is";

    /** By these a case goes on; whoever owes one says first whether any child is in danger (G-1). */
    private static final Set<Does> NEXT_ACTS = Set.of(Does.REVIEW, Does.RESPOND, Does.SETTLE, Does.DECIDE);

    private final Papers papers;
    private final Scene scene;
    private final CaseFile file;
    private final Case theCase;
    private final Part part;

    CaseDesk(Papers papers, CaseFile file, Part part) {
        this.papers = papers;
        this.scene = papers.scene();
        this.file = file;
        this.theCase = file.theCase();
        this.part = part;
    }

    Plan pressed(Button button) {
        return switch (button.verb()) {
            case SHOW_CASE -> show(Screen.CASE, "");
            case MEET -> show(Screen.MEET, button.argument());
            case SEEN -> seen(button);
            case REMIND_LATER -> show(Screen.LATER, button.argument());
            case SNOOZE ->
                papers.decide(
                        new Snooze(first(button.argument()), Later.valueOf(second(button.argument()))),
                        Shown.of(
                                Screen.LATER,
                                theCase.id(),
                                first(button.argument()).value()));
            case NO_CONFLICT ->
                papers.decide(
                        new DeclareConflict(scene.person().id(), false),
                        mustSayRiskFirst() ? Shown.of(Screen.RISK, theCase.id(), "") : reading());
            case CONFLICT ->
                papers.decide(new DeclareConflict(scene.person().id(), true), Shown.plain(Screen.PLAIN, "M-2c"));
            case GIVE_COVER -> giveCover(first(button.argument()), new PostId(second(button.argument())));
            case DECLINE_COVER ->
                papers.decide(
                        new DeclineCover(new ObligationId(button.argument())),
                        Shown.of(Screen.RECEIPT, theCase.id(), "decline-cover " + papers.turn()));
            case SAY_RISK -> sayRisk(StillAtRisk.valueOf(button.argument()));
            case BEGIN -> saysNotTheirs(button) ? act(button) : first().orElseGet(() -> act(button));
            default -> first().orElseGet(() -> act(button));
        };
    }

    /** What somebody who is asked to act answers before they read: whether they know the child, and whether it is safe. */
    private Optional<Plan> first() {
        if (!part.owed().isEmpty()
                && !part.raiser()
                && theCase.conflict(scene.person().id()).isEmpty()) {
            return Optional.of(show(Screen.CONFLICT, ""));
        }
        return mustSayRiskFirst() ? Optional.of(show(Screen.RISK, "")) : Optional.empty();
    }

    /** Once at each stage, of whoever owes the next act; the raiser has said it when they raised it (G-1). */
    private boolean mustSayRiskFirst() {
        return !part.raiser()
                && !theCase.hasSaidRisk(scene.person().id())
                && part.owed().stream().anyMatch(o -> o.stage().isPresent() && NEXT_ACTS.contains(o.does()));
    }

    private Plan sayRisk(StillAtRisk answer) {
        PersonId person = scene.person().id();
        if (answer == StillAtRisk.NO) {
            return papers.decide(new SayRisk(person, answer), reading());
        }
        Shown told = Shown.of(Screen.LEAD_TOLD, theCase.id(), papers.turn().value());
        return papers.decide(new SayRisk(person, answer), told).alerting(new AlertDesk(scene).toLead());
    }

    private Plan giveCover(ObligationId owed, PostId to) {
        boolean toThemselves =
                scene.people().actingPerson(to).filter(scene.person()::equals).isPresent();
        String act = toThemselves ? "take-cover " : "give-cover ";
        return papers.decide(new GiveCover(owed, to), Shown.of(Screen.RECEIPT, theCase.id(), act + papers.turn()));
    }

    private Plan act(Button button) {
        String argument = button.argument();
        return switch (button.verb()) {
            case READ_ON -> show(Screen.READ, argument);
            case BEGIN -> begin(argument);
            case AGREE_DATE -> papers.decide(new AgreeDate(first(argument), date(argument)), reading());
            case KEEP_DATE -> papers.decide(new KeepDate(first(argument)), reading());
            case CONFIRM ->
                papers.decide(
                        new ConfirmResolution(first(argument), Integer.parseInt(second(argument))),
                        Shown.of(Screen.RECEIPT, theCase.id(), "confirm " + papers.turn()));
            case PASS_QUESTION_ON ->
                papers.decide(
                        new PassQuestionOn(new ObligationId(argument)),
                        Shown.of(Screen.RECEIPT, theCase.id(), "pass-question-on " + papers.turn()));
            case ASK_LEAD ->
                papers.decide(
                        new AskLead(new ObligationId(argument)),
                        Shown.of(Screen.RECEIPT, theCase.id(), "ask-lead " + papers.turn()));
            case YES -> say(new ObligationId(argument), true);
            case NO -> say(new ObligationId(argument), false);
            case DONE ->
                papers.decide(
                        new Perform(new ObligationId(argument), Statement.EMPTY, OwnNotes.EMPTY),
                        Shown.of(Screen.CASE, theCase.id(), ""));
            default -> Plan.show(reading());
        };
    }

    /** Somebody says yes or no to what they are asked: took it place, do they take part, are they satisfied. */
    private Plan say(ObligationId asked, boolean yes) {
        boolean ofSatisfaction = theCase.open(asked)
                .filter(o -> o.does() == Does.CHOOSE || o.does() == Does.REVIEW)
                .isPresent();
        return papers.decide(
                ofSatisfaction ? new SayWhetherSatisfied(asked, yes) : new GiveAgreement(asked, yes), reading());
    }

    /** Who says that it is not for them need not say why. */
    private static boolean saysNotTheirs(Button button) {
        return Stream.of("pass-on ", "give-cover ", "leave ").anyMatch(button.argument()::startsWith);
    }

    private Plan seen(Button button) {
        String inChannel = button.person().isEmpty() ? " channel" : "";
        return papers.decide(
                new MarkSeen(scene.person().id(), new ObligationId(second(button.argument()))),
                Shown.of(Screen.MESSAGE, theCase.id(), button.argument() + inChannel));
    }

    /** Begins a task on the case, or goes on with it where it was begun. */
    private Plan begin(String argument) {
        if (part.owed().isEmpty() && part.reads() != Part.Reads.WORDS) {
            return Plan.show(Shown.plain(Screen.NOT_ENTITLED));
        }
        List<String> parts = List.of(argument.split(" ", -1));
        Optional<ObligationId> obligation = parts.size() < 2 || parts.get(1).isEmpty()
                ? Optional.empty()
                : Optional.of(new ObligationId(parts.get(1)));
        Task task = new Task(parts.get(0), Optional.of(theCase.id()), obligation);
        String preset = parts.size() > 2 ? parts.get(2) : "";
        ConversationId id = new ConversationId(String.join(
                "/",
                theCase.id().value(),
                scene.person().id().value(),
                task.questionnaire(),
                obligation.map(ObligationId::value).orElse(""),
                isKeptApart(task, preset) ? preset : ""));
        TaskDesk tasks = new TaskDesk(papers);
        return named(id, papers.drafts())
                .filter(d -> isSameTask(d.conversation(), task, preset))
                .map(tasks::asItStands)
                .orElseGet(() ->
                        tasks.begin(id, storedVersion(id), task, preset(task, preset), false, preset.equals(AS_IT_IS)));
    }

    /** What was sent a moment ago is stored under the same name, and so is a draft of another kind of answer. */
    private int storedVersion(ConversationId id) {
        return named(id, papers.drafts())
                .or(() -> named(id, papers.sent()))
                .map(Draft::version)
                .orElse(0);
    }

    private static Optional<Draft> named(ConversationId id, List<Draft> drafts) {
        return drafts.stream().filter(d -> d.conversation().id().equals(id)).findFirst();
    }

    /** An answer of another kind is begun anew. */
    private static boolean isSameTask(Conversation begun, Task task, String preset) {
        return begun.task().equals(task)
                && (!task.questionnaire().equals("respond")
                        || begun.answer("V-2").contains(preset));
    }

    /** What is sent to somebody else, or as it is, takes the place of nothing that was typed. */
    private static boolean isKeptApart(Task task, String preset) {
        return task.obligation().isEmpty() || task.questionnaire().equals("ask") || preset.equals(AS_IT_IS);
    }

    private Map<String, List<String>> preset(Task task, String preset) {
        return switch (task.questionnaire()) {
            case "respond" -> Map.of("V-2", List.of(preset));
            case "ask" -> Map.of(Sendings.ASKED, List.of(preset));
            case "answer" ->
                preset.isEmpty() ? Map.of() : answerWithin(task.obligation().orElseThrow());
            case "ask-meeting" -> Map.of(Sendings.MEETING, List.of(preset));
            case "forward" -> Map.of("M-4.share", everythingShared());
            case "leave" -> plannedDays(task.obligation().orElseThrow());
            case "resolve" -> preset.isEmpty() ? Map.of() : wordsOnTheTable();
            default -> Map.of();
        };
    }

    private List<String> everythingShared() {
        Statement statement = theCase.raised().statement();
        Set<String> all = new LinkedHashSet<>(statement.choices().keySet());
        all.addAll(statement.words().keySet());
        return List.copyOf(all);
    }

    /** What the raiser answered when the question was passed on to them. */
    private Map<String, List<String>> answerWithin(ObligationId asked) {
        return theCase.questions().stream()
                .filter(question -> question.asking().equals(asked))
                .flatMap(question -> question.answer().stream())
                .map(number -> (CaseEvent.QuestionAnswered) file.history().event(number))
                .findFirst()
                .map(answer -> Map.of(Sendings.ANSWER, List.of(answer.words().words())))
                .orElse(Map.of());
    }

    /** Whoever asks somebody else to cover asks for the same days. */
    private Map<String, List<String>> plannedDays(ObligationId obligation) {
        return theCase.open(obligation)
                .flatMap(owed -> theCase.plannedCover(owed.holder()))
                .map(plan -> Map.of(
                        Sendings.LEAVE_FROM,
                        List.of(plan.from().toString()),
                        Sendings.LEAVE_UNTIL,
                        List.of(plan.until().toString())))
                .orElse(Map.of());
    }

    private Map<String, List<String>> wordsOnTheTable() {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        theCase.proposal().ifPresent(proposal -> {
            CaseEvent.ResolutionProposed event =
                    (CaseEvent.ResolutionProposed) file.history().event(proposal.number());
            answers.putAll(event.statement().choices());
            event.statement().words().forEach((key, words) -> answers.put(key, List.of(words.words())));
        });
        return answers;
    }

    private Plan show(Screen screen, String argument) {
        return Plan.show(Shown.of(screen, theCase.id(), argument));
    }

    private Shown reading() {
        return Shown.of(Screen.READ, theCase.id(), "0");
    }

    private static ObligationId first(String argument) {
        return new ObligationId(argument.substring(0, argument.indexOf(' ')));
    }

    private static String second(String argument) {
        return argument.substring(argument.indexOf(' ') + 1);
    }

    private static Instant date(String argument) {
        return Instant.ofEpochMilli(Long.parseLong(second(argument)));
    }
}
