package org.secondlook.core.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.secondlook.core.casework.AgreeDate;
import org.secondlook.core.casework.CaseCommand;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.ConfirmResolution;
import org.secondlook.core.casework.DeclareConflict;
import org.secondlook.core.casework.History;
import org.secondlook.core.casework.KeepDate;
import org.secondlook.core.casework.MarkSeen;
import org.secondlook.core.casework.ObligationId;
import org.secondlook.core.casework.Outcome;
import org.secondlook.core.casework.OwnNotes;
import org.secondlook.core.casework.Perform;
import org.secondlook.core.casework.Reference;
import org.secondlook.core.casework.Refusal;
import org.secondlook.core.casework.Statement;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.casework.UndoSending;
import org.secondlook.core.conversation.Shown.Screen;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.Post;
import org.secondlook.core.directory.PostId;

/**
 * Where one person's turn is decided: from what they pressed or typed, and what is stored, to what is to change and what
 * they are to see. Pure but for the names it asks for.
 */
public final class Desk {

    private final Scene scene;
    private final Questionnaires questionnaires;
    private final TurnId turn;
    private final Optional<CaseFile> file;
    private final List<Draft> drafts;
    private final List<Draft> sent;
    private final Names names;

    /** The names a turn may need. */
    public record Names(
            Supplier<ConversationId> conversation, Supplier<CaseId> theCase, Supplier<Reference> reference) {}

    /**
     * @param drafts what the person has begun and not sent
     * @param sent what the person has sent and can still take back
     */
    public Desk(
            Scene scene,
            Questionnaires questionnaires,
            TurnId turn,
            Optional<CaseFile> file,
            List<Draft> drafts,
            List<Draft> sent,
            Names names) {
        this.scene = scene;
        this.questionnaires = questionnaires;
        this.turn = turn;
        this.file = file;
        this.drafts = List.copyOf(drafts);
        this.sent = List.copyOf(sent);
        this.names = names;
    }

    /** Somebody begins, by a command or a shortcut; without a word, to raise something. */
    public Plan begun(String word) {
        return Command.of(word).map(this::command).orElseGet(() -> raise(false));
    }

    /** Somebody looks at their cases. */
    public Plan looked() {
        return Plan.show(Shown.plain(Screen.HOME));
    }

    /** Somebody typed: a command word, an answer to what they were asked, or the beginning of something. */
    public Plan typed(String text) {
        Optional<Draft> asked = drafts.stream()
                .filter(d -> d.conversation().typed())
                .reduce((a, b) ->
                        a.conversation().touched().isAfter(b.conversation().touched()) ? a : b);
        Optional<Command> command = Command.of(text);
        if (asked.isEmpty()) {
            return command.map(this::command).orElseGet(() -> raise(true));
        }
        return command.map(c -> command(c, asked.get())).orElseGet(() -> {
            Step step = steps(asked.get()).typed(asked.get().conversation(), text);
            return after(step, asked.get());
        });
    }

    /** Somebody pressed a button; it has been checked that it is theirs. */
    public Plan pressed(Button button, Map<String, List<String>> entered) {
        return switch (button.verb()) {
            case RAISE -> raise(false);
            case CASES -> Plan.show(Shown.plain(Screen.HOME));
            case URGENT -> Plan.show(Shown.plain(Screen.URGENT));
            case HELP ->
                button.conversation().isEmpty()
                        ? Plan.show(Shown.plain(Screen.HELP))
                        : inTask(button, draft -> keeping(draft, entered, Screen.HELP));
            case WHO_SEES -> inTask(button, draft -> keeping(draft, entered, Screen.WHO_SEES));
            case ASK_DELETE -> inTask(button, draft -> keeping(draft, entered, Screen.ASK_DELETE));
            case SAVE ->
                inTask(
                        button,
                        draft -> after(
                                Step.ends(steps(draft).keep(draft.conversation(), entered), Step.End.SAVED), draft));
            case RETURN, RESUME -> inTask(button, this::asItStands);
            case RESTART -> inTask(button, draft -> after(Step.goesOn(fresh(draft.conversation())), draft));
            case DELETE -> inTask(button, draft -> after(Step.ends(draft.conversation(), Step.End.DELETED), draft));
            case CONTINUE ->
                inTask(
                        button,
                        current(button, draft -> after(steps(draft).goOn(draft.conversation(), entered), draft)));
            case BACK ->
                inTask(
                        button,
                        current(
                                button,
                                draft -> after(
                                        steps(draft).back(steps(draft).keep(draft.conversation(), entered)), draft)));
            case CHANGE -> inTask(button, current(button, draft -> change(draft, button.argument())));
            case PICK ->
                inTask(
                        button,
                        current(
                                button,
                                draft -> after(steps(draft).pick(draft.conversation(), button.argument()), draft)));
            case STOP ->
                inTask(
                        button,
                        current(
                                button,
                                draft -> after(steps(draft).stop(draft.conversation(), button.argument()), draft)));
            case ADD_ROUND ->
                inTask(
                        button,
                        current(button, draft -> after(steps(draft).addRound(draft.conversation(), entered), draft)));
            case SEND ->
                inTask(
                        button,
                        current(button, draft -> after(steps(draft).send(draft.conversation(), entered), draft)));
            case UNDO -> undo(button);
            case RINGING -> ringing(new PersonId(button.argument()));
            case CANNOT_RING -> cannotRing(new PersonId(button.argument()));
            case READ,
                    READ_ON,
                    SHOW_CASE,
                    SEEN,
                    NO_CONFLICT,
                    CONFLICT,
                    BEGIN,
                    AGREE_DATE,
                    KEEP_DATE,
                    CONFIRM,
                    DONE,
                    MEET -> onCase(button);
        };
    }

    /** Somebody pressed what is not theirs, or no longer works. */
    public Plan notEntitled() {
        return Plan.show(Shown.plain(Screen.NOT_ENTITLED));
    }

    private Plan command(Command command) {
        return switch (command) {
            case HELP, PERSON, WHO -> Plan.show(Shown.plain(Screen.HELP));
            case CASES, STATUS -> Plan.show(Shown.plain(Screen.HOME));
            case URGENT -> Plan.show(Shown.plain(Screen.URGENT));
            case HELLO -> Plan.show(Shown.plain(Screen.WELCOME));
            case RAISE -> raise(true);
            case RESUME, BACK, CHANGE ->
                drafts.isEmpty() ? Plan.show(Shown.plain(Screen.WELCOME)) : asItStands(drafts.get(0));
            case SAVE, CANCEL -> Plan.show(Shown.plain(Screen.WELCOME));
        };
    }

    private Plan command(Command command, Draft draft) {
        return switch (command) {
            case HELP, PERSON -> Plan.show(Shown.of(Screen.HELP, draft.conversation()));
            case WHO -> Plan.show(Shown.of(Screen.WHO_SEES, draft.conversation()));
            case CASES, STATUS -> Plan.show(Shown.plain(Screen.HOME));
            case URGENT -> Plan.show(Shown.plain(Screen.URGENT));
            case BACK -> after(steps(draft).back(draft.conversation()), draft);
            case SAVE -> after(Step.ends(draft.conversation(), Step.End.SAVED), draft);
            case CANCEL -> Plan.show(Shown.of(Screen.ASK_DELETE, draft.conversation()));
            case RESUME, HELLO, RAISE -> asItStands(draft);
            case CHANGE ->
                questionnaire(draft)
                        .check()
                        .map(check -> after(Step.goesOn(draft.conversation().at(Position.at(check))), draft))
                        .orElseGet(() -> asItStands(draft));
        };
    }

    private Plan raise(boolean typed) {
        Optional<Draft> begun = drafts.stream()
                .filter(d -> d.conversation().task().questionnaire().equals(Task.RAISE))
                .findFirst();
        if (scene.ownPost().isEmpty()) {
            return Plan.show(Shown.plain(Screen.PLAIN, "W-0"));
        }
        if (begun.isPresent()) {
            return Plan.show(Shown.of(Screen.RESUME, begun.get().conversation()));
        }
        return begin(names.conversation().get(), Task.raise(), Map.of(), typed);
    }

    private Plan begin(ConversationId id, Task task, Map<String, List<String>> preset, boolean typed) {
        Conversation empty = new Conversation(
                id, scene.person().id(), task, Position.at(""), preset, typed, scene.now(), scene.now());
        Questionnaire questionnaire = questionnaires.of(task.questionnaire());
        String first = new Flow(questionnaire, empty, new SceneChoices(scene, file))
                .path()
                .get(0)
                .id();
        Conversation conversation = empty.at(Position.at(first));
        return Plan.show(Shown.of(Screen.QUESTION, conversation)).with(conversation, 0, Plan.Fate.KEPT);
    }

    private Conversation fresh(Conversation conversation) {
        Questionnaire questionnaire = questionnaires.of(conversation.task().questionnaire());
        return new Conversation(
                conversation.id(),
                conversation.person(),
                conversation.task(),
                Position.at(questionnaire.screens().get(0).id()),
                Map.of(),
                conversation.typed(),
                scene.now(),
                scene.now());
    }

    private Plan inTask(Button button, Function<Draft, Plan> then) {
        return drafts.stream()
                .filter(d -> button.conversation()
                        .filter(d.conversation().id()::equals)
                        .isPresent())
                .findFirst()
                .map(then)
                .orElseGet(() -> button.theCase().isPresent()
                        ? Plan.show(Shown.of(Screen.CASE, button.theCase().get(), ""))
                        : Plan.refused(Shown.plain(Screen.REFUSED), new Refusal.NoLongerAsked()));
    }

    /** A button of an earlier screen changes nothing: the person is shown where they are now. */
    private Function<Draft, Plan> current(Button button, Function<Draft, Plan> then) {
        return draft -> button.version() == draft.version() ? then.apply(draft) : asItStands(draft);
    }

    private Plan asItStands(Draft draft) {
        return Plan.show(Shown.of(Screen.QUESTION, draft.conversation()));
    }

    private Plan keeping(Draft draft, Map<String, List<String>> entered, Screen next) {
        Conversation kept = steps(draft).keep(draft.conversation(), entered);
        Plan show = Plan.show(Shown.of(next, kept));
        return kept.equals(draft.conversation())
                ? show
                : show.with(kept.touchedAt(scene.now()), draft.version(), Plan.Fate.KEPT);
    }

    private Plan change(Draft draft, String where) {
        int hash = where.indexOf('#');
        Step step = steps(draft)
                .change(draft.conversation(), where.substring(0, hash), Integer.parseInt(where.substring(hash + 1)));
        return after(step, draft);
    }

    private Plan after(Step step, Draft before) {
        Conversation now = step.conversation().touchedAt(scene.now());
        Plan plan = switch (step.end()) {
            case GOES_ON ->
                Plan.show(Shown.of(Screen.QUESTION, now))
                        .withFaults(step.faults())
                        .with(now, before.version(), Plan.Fate.KEPT);
            case SAVED ->
                Plan.show(Shown.of(Screen.SAVED, now, step.alert().isPresent() ? "P-3a" : "P-s"))
                        .with(now, before.version(), Plan.Fate.KEPT);
            case DELETED -> Plan.show(Shown.plain(Screen.DELETED)).with(now, before.version(), Plan.Fate.DELETED);
            case SENT -> send(now, before.version());
        };
        return step.alert().map(alert -> plan.alerting(alerts(alert))).orElse(plan);
    }

    private Plan send(Conversation conversation, int version) {
        Sendings sendings =
                new Sendings(scene, questionnaires.of(conversation.task().questionnaire()), conversation, file);
        boolean raises = conversation.task().theCase().isEmpty();
        History history = raises
                ? History.none(names.theCase().get())
                : file.orElseThrow().history();
        CaseCommand command = raises ? sendings.raise(names.reference().get()) : sendings.command();
        Outcome outcome = CaseCommand.decide(history, command, scene.setting(turn));
        if (outcome instanceof Outcome.Refused refused) {
            return Plan.refused(
                    new Shown(Screen.REFUSED, "", conversation.task().theCase(), Optional.empty()), refused.why());
        }
        Outcome.Accepted accepted = (Outcome.Accepted) outcome;
        Shown receipt = new Shown(
                Screen.RECEIPT,
                conversation.task().questionnaire() + " " + turn,
                Optional.of(accepted.history().id()),
                Optional.of(conversation.id()));
        return Plan.show(receipt).with(accepted).with(conversation, version, Plan.Fate.SENT);
    }

    private Plan undo(Button button) {
        TurnId sending = new TurnId(button.argument());
        Optional<Draft> draft = sent.stream()
                .filter(d -> button.conversation()
                        .filter(d.conversation().id()::equals)
                        .isPresent())
                .findFirst();
        if (file.isEmpty() || draft.isEmpty()) {
            return Plan.refused(new Shown(Screen.REFUSED, "", button.theCase(), Optional.empty()), new Refusal.Gone());
        }
        Conversation back = draft.get().conversation().touchedAt(scene.now());
        return decide(new UndoSending(sending), Shown.of(Screen.QUESTION, back))
                .map(plan ->
                        plan.with(back, draft.get().version(), Plan.Fate.KEPT).takingBack(sending))
                .orElseGet(() -> Plan.refused(
                        new Shown(Screen.REFUSED, "", button.theCase(), Optional.empty()), new Refusal.Gone()));
    }

    private Plan onCase(Button button) {
        Optional<Part> part = file.flatMap(f -> Part.in(f.theCase(), scene));
        if (part.isEmpty()) {
            return Plan.show(Shown.plain(Screen.NOT_ENTITLED));
        }
        CaseId id = file.orElseThrow().theCase().id();
        String argument = button.argument();
        if (button.verb() == Button.Verb.SHOW_CASE) {
            return Plan.show(Shown.of(Screen.CASE, id, ""));
        }
        if (button.verb() == Button.Verb.MEET) {
            return Plan.show(Shown.of(Screen.MEET, id, argument));
        }
        return switch (button.verb()) {
            case SEEN -> seen(button, id);
            case NO_CONFLICT ->
                decided(new DeclareConflict(scene.person().id(), false), Shown.of(Screen.READ, id, "0"));
            case CONFLICT -> decided(new DeclareConflict(scene.person().id(), true), Shown.plain(Screen.PLAIN, "M-2c"));
            default ->
                mustAnswerConflict(part.get())
                        ? Plan.show(Shown.of(Screen.CONFLICT, id, ""))
                        : afterConflict(button, id, part.get());
        };
    }

    private Plan afterConflict(Button button, CaseId id, Part part) {
        String argument = button.argument();
        return switch (button.verb()) {
            case READ_ON -> Plan.show(Shown.of(Screen.READ, id, argument));
            case BEGIN -> part.reads() ? beginOnCase(id, argument) : Plan.show(Shown.plain(Screen.NOT_ENTITLED));
            case AGREE_DATE ->
                decided(new AgreeDate(obligation(argument), date(argument)), Shown.of(Screen.READ, id, "0"));
            case KEEP_DATE -> decided(new KeepDate(obligation(argument)), Shown.of(Screen.READ, id, "0"));
            case CONFIRM ->
                decided(
                        new ConfirmResolution(obligation(argument), Integer.parseInt(second(argument))),
                        Shown.of(Screen.READ, id, "0"));
            case DONE ->
                decided(
                        new Perform(new ObligationId(argument), Statement.EMPTY, OwnNotes.EMPTY),
                        Shown.of(Screen.CASE, id, ""));
            default -> Plan.show(Shown.of(Screen.READ, id, "0"));
        };
    }

    private boolean mustAnswerConflict(Part part) {
        return !part.owed().isEmpty()
                && !part.raiser()
                && file.orElseThrow().theCase().conflict(scene.person().id()).isEmpty();
    }

    private Plan seen(Button button, CaseId id) {
        String inChannel = button.person().isEmpty() ? " channel" : "";
        return decided(
                new MarkSeen(scene.person().id(), new ObligationId(second(button.argument()))),
                Shown.of(Screen.MESSAGE, id, button.argument() + inChannel));
    }

    private Plan beginOnCase(CaseId id, String argument) {
        List<String> parts = List.of(argument.split(" ", -1));
        Task task = new Task(parts.get(0), Optional.of(id), Optional.of(new ObligationId(parts.get(1))));
        String preset = parts.size() > 2 ? parts.get(2) : "";
        ConversationId conversation = new ConversationId(
                String.join("/", id.value(), scene.person().id().value(), task.questionnaire(), parts.get(1)));
        Optional<Draft> begun = drafts.stream()
                .filter(d -> d.conversation().id().equals(conversation))
                .filter(d -> !task.questionnaire().equals("respond")
                        || d.conversation().answer("V-2").contains(preset))
                .findFirst();
        if (begun.isPresent()) {
            return asItStands(begun.get());
        }
        int version = drafts.stream()
                .filter(d -> d.conversation().id().equals(conversation))
                .findFirst()
                .map(Draft::version)
                .orElse(0);
        Plan plan = begin(conversation, task, preset(task, preset), false);
        return version == 0
                ? plan
                : plan.with(plan.conversation().orElseThrow().draft().conversation(), version, Plan.Fate.KEPT);
    }

    private Map<String, List<String>> preset(Task task, String preset) {
        return switch (task.questionnaire()) {
            case "respond" -> Map.of("V-2", List.of(preset));
            case "forward" -> Map.of("M-4.share", everythingShared());
            case "resolve" -> preset.isEmpty() ? Map.of() : wordsOnTheTable();
            default -> Map.of();
        };
    }

    private List<String> everythingShared() {
        Statement statement = file.orElseThrow().theCase().raised().statement();
        Set<String> all = new LinkedHashSet<>(statement.choices().keySet());
        all.addAll(statement.words().keySet());
        return List.copyOf(all);
    }

    private Map<String, List<String>> wordsOnTheTable() {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        file.orElseThrow().theCase().proposal().ifPresent(proposal -> {
            CaseEvent.ResolutionProposed event =
                    (CaseEvent.ResolutionProposed) file.orElseThrow().history().event(proposal.number());
            answers.putAll(event.statement().choices());
            event.statement().words().forEach((key, words) -> answers.put(key, List.of(words.words())));
        });
        return answers;
    }

    private Plan decided(CaseCommand command, Shown shown) {
        return decide(command, shown)
                .orElseThrow(() -> new IllegalStateException("Expected a case to decide on, but there is none"));
    }

    private Optional<Plan> decide(CaseCommand command, Shown shown) {
        return file.map(f -> {
            Outcome outcome = CaseCommand.decide(f.history(), command, scene.setting(turn));
            return outcome instanceof Outcome.Accepted accepted
                    ? Plan.show(shown).with(accepted)
                    : Plan.refused(Shown.of(Screen.REFUSED, f.theCase().id(), ""), ((Outcome.Refused) outcome).why());
        });
    }

    private List<Plan.Alert> alerts(Step.Alert whom) {
        Post own = scene.ownPost().orElseThrow();
        PostId lead = scene.agency(own.agency()).lead();
        PostId manager = Facts.ownManager(scene, own).post();
        return switch (whom) {
            case LEAD -> List.of(alert(lead, "I-1a"));
            case MANAGER_AND_LEAD ->
                manager.equals(lead)
                        ? List.of(alert(lead, "I-4a"))
                        : List.of(alert(manager, "I-4a"), alert(lead, "I-4a"));
            case MANAGER_FOR_A_TALK -> List.of(alert(manager, "P-3t"));
        };
    }

    private Plan.Alert alert(PostId post, String message) {
        return new Plan.Alert(
                new Telling.To.ThePost(post), message, scene.person().id());
    }

    private Plan ringing(PersonId raiser) {
        return Plan.show(Shown.plain(Screen.PLAIN, "I-1r"))
                .alerting(List.of(new Plan.Alert(
                        new Telling.To.ThePerson(raiser), "I-1s", scene.person().id())));
    }

    /** The lead cannot ring: the deputy is asked, and the raiser is told. */
    private Plan cannotRing(PersonId raiser) {
        List<Plan.Alert> alerts = new ArrayList<>();
        scene.ownPost()
                .flatMap(Post::deputy)
                .ifPresent(deputy -> alerts.add(new Plan.Alert(new Telling.To.ThePost(deputy), "I-1a", raiser)));
        alerts.add(new Plan.Alert(
                new Telling.To.ThePerson(raiser), "I-1n", scene.person().id()));
        return Plan.show(Shown.plain(Screen.PLAIN, "I-1p")).alerting(alerts);
    }

    private Steps steps(Draft draft) {
        return new Steps(scene, questionnaire(draft), file);
    }

    private Questionnaire questionnaire(Draft draft) {
        return questionnaires.of(draft.conversation().task().questionnaire());
    }

    private static ObligationId obligation(String argument) {
        return new ObligationId(argument.substring(0, argument.indexOf(' ')));
    }

    private static Instant date(String argument) {
        return Instant.ofEpochMilli(Long.parseLong(second(argument)));
    }

    private static String second(String argument) {
        return argument.substring(argument.indexOf(' ') + 1);
    }
}
