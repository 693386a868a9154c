package org.secondlook.core.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.secondlook.core.casework.Actor;
import org.secondlook.core.casework.AskWhetherUrgent;
import org.secondlook.core.casework.CaseCommand;
import org.secondlook.core.casework.History;
import org.secondlook.core.casework.Outcome;
import org.secondlook.core.casework.Reference;
import org.secondlook.core.casework.Refusal;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.casework.UndoSending;
import org.secondlook.core.conversation.Asides.Aside;
import org.secondlook.core.conversation.Shown.Screen;

/** Begins tasks, moves them on, sends them, and takes back what was sent. */
final class TaskDesk {

    private final Papers papers;
    private final Scene scene;

    TaskDesk(Papers papers) {
        this.papers = papers;
        this.scene = papers.scene();
    }

    /** Begins to raise a case, or shows what was begun before. */
    Plan raise(boolean typed) {
        if (scene.ownPost().isEmpty()) {
            return Plan.show(Shown.plain(Screen.PLAIN, "W-0"));
        }
        return papers.drafts().stream()
                .filter(d -> d.conversation().task().equals(Task.raise()))
                .findFirst()
                .map(d -> Plan.show(Shown.of(Screen.RESUME, d.conversation())))
                .orElseGet(() -> begin(papers.names().conversation().get(), 0, Task.raise(), Map.of(), typed, false));
    }

    /**
     * Begins a task anew, in place of what may be stored under its name.
     *
     * @param atCheck whether all of it is answered already, so that it begins where it is read once more
     */
    Plan begin(
            ConversationId id,
            int version,
            Task task,
            Map<String, List<String>> preset,
            boolean typed,
            boolean atCheck) {
        Conversation empty = new Conversation(
                id, scene.person().id(), task, Position.at(""), preset, typed, scene.now(), scene.now());
        Questionnaire questionnaire = papers.questionnaires().of(empty, scene.protocol());
        String first = new Flow(questionnaire, empty, new SceneChoices(scene, papers.file()))
                .path()
                .get(0)
                .id();
        Conversation conversation = empty.at(
                Position.at(questionnaire.check().filter(check -> atCheck).orElse(first)));
        return Plan.show(Shown.of(Screen.QUESTION, conversation)).with(conversation, version, Plan.Fate.KEPT);
    }

    /** The draft that is answered by typing, the latest where there are several. */
    Optional<Draft> typing() {
        return papers.drafts().stream()
                .filter(d -> d.conversation().typed())
                .reduce((a, b) ->
                        a.conversation().touched().isAfter(b.conversation().touched()) ? a : b)
                .map(this::placed);
    }

    Plan typed(Draft draft, String text) {
        return after(steps().typed(draft.conversation(), text), draft);
    }

    /** A command word in the middle of a task. */
    Plan command(Command command, Draft draft) {
        return switch (command) {
            case HELP, PERSON -> Plan.show(Shown.of(Screen.HELP, draft.conversation()));
            case WHO -> Plan.show(Shown.of(Screen.WHO_SEES, draft.conversation()));
            case CASES, STATUS -> Plan.show(Shown.plain(Screen.HOME));
            case URGENT -> Plan.show(Shown.of(Screen.URGENT, draft.conversation()));
            case BACK -> after(steps().back(draft.conversation()), draft);
            case SAVE -> after(Step.ends(draft.conversation(), Step.End.SAVED), draft);
            case CANCEL -> Plan.show(Shown.of(Screen.ASK_DELETE, draft.conversation()));
            case THANKS -> Plan.show(Shown.of(Screen.PLAIN, draft.conversation(), "C-8"));
            case HELLO -> Plan.show(Shown.of(Screen.PLAIN, draft.conversation(), "C-8h"));
            case RESUME, RAISE -> asItStands(draft);
            case CHANGE ->
                questionnaire(draft)
                        .check()
                        .map(check -> after(Step.goesOn(draft.conversation().at(Position.at(check))), draft))
                        .orElseGet(() -> asItStands(draft));
        };
    }

    /** A button of a task's screen. */
    Plan pressed(Button button, Map<String, List<String>> entered) {
        Optional<Draft> found = of(button, papers.drafts()).map(this::placed);
        if (found.isEmpty()) {
            return gone(button);
        }
        Draft draft = found.get();
        Conversation conversation = draft.conversation();
        Steps steps = steps();
        return switch (button.verb()) {
            case HELP -> keeping(draft, entered, Screen.HELP);
            case WHO_SEES -> keeping(draft, entered, Screen.WHO_SEES);
            case ASK_DELETE -> keeping(draft, entered, Screen.ASK_DELETE);
            case SAVE -> after(Step.ends(steps.keep(conversation, entered), Step.End.SAVED), draft);
            case RESTART -> after(Step.goesOn(fresh(conversation)), draft);
            case DELETE -> after(Step.ends(conversation, Step.End.DELETED), draft);
            case CONTINUE -> onThisScreen(button, draft, () -> steps.goOn(conversation, entered));
            case BACK -> onThisScreen(button, draft, () -> steps.back(steps.keep(conversation, entered)));
            case CHANGE -> onThisScreen(button, draft, () -> change(steps, conversation, button.argument()));
            case PICK -> onThisScreen(button, draft, () -> steps.pick(conversation, button.argument()));
            case STOP -> onThisScreen(button, draft, () -> steps.stop(conversation, button.argument()));
            case ADD_ROUND -> onThisScreen(button, draft, () -> steps.addRound(conversation, entered));
            case SEND -> onThisScreen(button, draft, () -> steps.send(conversation, entered));
            default -> asItStands(draft);
        };
    }

    /** Shows a draft where the person left it. */
    Plan asItStands(Draft draft) {
        return Plan.show(Shown.of(Screen.QUESTION, draft.conversation()));
    }

    /** Takes back what was sent, while nobody else knows of it; a task comes back as it was. */
    Plan undo(Button button) {
        Optional<Draft> draft = of(button, papers.sent());
        if (papers.file().isEmpty()
                || draft.isPresent() != button.conversation().isPresent()) {
            return Plan.refused(new Shown(Screen.REFUSED, "", button.theCase(), Optional.empty()), new Refusal.Gone());
        }
        TurnId sending = new TurnId(button.argument());
        Shown shown = draft.map(d -> Shown.of(Screen.QUESTION, d.conversation()))
                .orElseGet(() ->
                        Shown.of(Screen.READ, papers.file().get().theCase().id(), "0"));
        Plan plan = papers.decide(new UndoSending(sending), shown);
        if (plan.casework().isEmpty()) {
            return plan;
        }
        Plan takenBack = plan.takingBack(sending);
        return draft.map(d -> takenBack.with(d.conversation().touchedAt(scene.now()), d.version(), Plan.Fate.KEPT))
                .orElse(takenBack);
    }

    private Draft placed(Draft draft) {
        return new Draft(papers.questionnaires().placed(draft.conversation(), scene.protocol()), draft.version());
    }

    private static Optional<Draft> of(Button button, List<Draft> drafts) {
        return drafts.stream()
                .filter(d -> button.conversation()
                        .filter(d.conversation().id()::equals)
                        .isPresent())
                .findFirst();
    }

    /**
     * Somebody whose press got no answer presses again: then it must say that it is done. What was sent longer ago, or is
     * gone otherwise, leads to where the case stands.
     */
    private Plan gone(Button button) {
        Optional<Draft> sent = of(button, papers.sent());
        if (sent.isEmpty() && button.theCase().isPresent()) {
            return Plan.show(Shown.of(Screen.CASE, button.theCase().get(), ""));
        }
        Refusal why = sent.<Refusal>map(draft -> new Refusal.AlreadyDone(
                        Actor.of(scene.person().id()), draft.conversation().touched()))
                .orElseGet(Refusal.NoLongerAsked::new);
        return Plan.refused(new Shown(Screen.REFUSED, "", button.theCase(), Optional.empty()), why);
    }

    /** A button of an earlier screen changes nothing: the person is shown where they are now. */
    private Plan onThisScreen(Button button, Draft draft, Supplier<Step> step) {
        return button.version() == draft.version() ? after(step.get(), draft) : asItStands(draft);
    }

    private Plan keeping(Draft draft, Map<String, List<String>> entered, Screen next) {
        Conversation kept = steps().keep(draft.conversation(), entered);
        Plan show = Plan.show(Shown.of(next, kept));
        return kept.equals(draft.conversation())
                ? show
                : show.with(kept.touchedAt(scene.now()), draft.version(), Plan.Fate.KEPT);
    }

    private static Step change(Steps steps, Conversation conversation, String where) {
        int hash = where.indexOf('#');
        return steps.change(conversation, where.substring(0, hash), Integer.parseInt(where.substring(hash + 1)));
    }

    private Conversation fresh(Conversation conversation) {
        String first = papers.questionnaires()
                .of(conversation, scene.protocol())
                .screens()
                .get(0)
                .id();
        return new Conversation(
                conversation.id(),
                conversation.person(),
                conversation.task(),
                Position.at(first),
                Map.of(),
                conversation.typed(),
                scene.now(),
                scene.now());
    }

    private Plan after(Step step, Draft before) {
        Conversation now = remembering(step).touchedAt(scene.now());
        Plan plan = switch (step.end()) {
            case GOES_ON ->
                Plan.show(Shown.of(Screen.QUESTION, now))
                        .withFaults(step.faults())
                        .with(now, before.version(), Plan.Fate.KEPT);
            case RINGS -> Plan.show(Shown.of(Screen.URGENT, now)).with(now, before.version(), Plan.Fate.KEPT);
            case SAVED ->
                Plan.show(Shown.of(Screen.SAVED, now, savedBecause(step))).with(now, before.version(), Plan.Fate.KEPT);
            case LEFT -> Plan.show(left(step)).with(now, before.version(), Plan.Fate.DELETED);
            case DELETED -> Plan.show(Shown.plain(Screen.DELETED)).with(now, before.version(), Plan.Fate.DELETED);
            case SAME -> Plan.show(theSame(now)).with(now, before.version(), Plan.Fate.KEPT);
            case SENT -> send(now, before.version());
        };
        Plan alerting = step.alert()
                .map(alert -> plan.alerting(new AlertDesk(scene).of(alert, now)))
                .orElseGet(() -> remembering(plan, before.conversation(), now));
        return step.conversation()
                .one(AlertDesk.UNANSWERED)
                .filter(alert -> hasSpoken(step.conversation()))
                .map(alert -> alerting.callingOff(AlertDesk.of(new TurnId(alert))))
                .orElse(alerting);
    }

    /** Nobody is asked twice about a case whether it is urgent. */
    private Plan remembering(Plan plan, Conversation before, Conversation now) {
        boolean asked = Aside.URGENT.cameUp(now) && !Aside.URGENT.cameUp(before);
        return papers.file()
                .filter(file -> asked)
                .map(file -> CaseCommand.decide(file.history(), new AskWhetherUrgent(), scene.setting(papers.turn())))
                .map(outcome -> plan.with((Outcome.Accepted) outcome))
                .orElse(plan);
    }

    /** Until whoever needs somebody says that they have spoken to them, their alert stands beside their answers. */
    private Conversation remembering(Step step) {
        if (step.alert().filter(Step.Alert::isPassedOn).isPresent()) {
            return step.conversation()
                    .answering(
                            Map.of(AlertDesk.UNANSWERED, List.of(papers.turn().value())));
        }
        return hasSpoken(step.conversation())
                ? step.conversation().answering(Map.of(AlertDesk.UNANSWERED, List.of()))
                : step.conversation();
    }

    private static boolean hasSpoken(Conversation conversation) {
        return conversation.answer("I-1b").contains("spoken");
    }

    private static Shown left(Step step) {
        if (step.alert().isPresent()) {
            return Shown.plain(Screen.PLAIN, "C-3t");
        }
        return step.conversation()
                .task()
                .theCase()
                .map(id -> Shown.of(Screen.CASE, id, ""))
                .orElseGet(() -> Shown.plain(Screen.DELETED));
    }

    private static String savedBecause(Step step) {
        return step.alert()
                .map(alert -> switch (alert) {
                    case SENIOR -> "D-16w";
                    case LEAD_TO_RING -> "C-7d";
                    default -> "P-3a";
                })
                .orElse("P-s");
    }

    private Plan send(Conversation conversation, int version) {
        Questionnaire questionnaire = papers.questionnaires().of(conversation, scene.protocol());
        Sendings sendings = new Sendings(scene, questionnaire, conversation, papers.file());
        boolean raises = conversation.task().theCase().isEmpty();
        if (raises
                && !Aside.ANOTHER_ISSUE.cameUp(conversation)
                && openLike(conversation).isPresent()) {
            Conversation asked = Aside.ANOTHER_ISSUE.in(conversation);
            return Plan.show(Shown.of(Screen.QUESTION, asked)).with(asked, version, Plan.Fate.KEPT);
        }
        History history = raises
                ? History.none(papers.names().theCase().get())
                : papers.file().orElseThrow().history();
        CaseCommand command = raises ? sendings.raise(papers.names().reference().get()) : sendings.command();
        Outcome outcome = CaseCommand.decide(history, command, scene.setting(papers.turn()));
        if (outcome instanceof Outcome.Refused refused) {
            return Plan.refused(
                    new Shown(Screen.REFUSED, "", conversation.task().theCase(), Optional.empty()), refused.why());
        }
        Outcome.Accepted accepted = (Outcome.Accepted) outcome;
        Shown receipt = new Shown(
                Screen.RECEIPT,
                conversation.task().questionnaire() + " " + papers.turn(),
                Optional.of(accepted.history().id()),
                Optional.of(conversation.id()));
        return Plan.show(receipt).with(accepted).with(conversation, version, Plan.Fate.SENT);
    }

    /** The open case about the same child and with the same agency that the person may read (C-10). */
    private Optional<Listed> openLike(Conversation conversation) {
        return scene.ownPost()
                .map(own -> new RaisedConcern(scene, conversation).of(own, new Reference("?")))
                .flatMap(concern -> new Linked(papers.cases().get())
                        .openLike(concern).stream().findFirst());
    }

    private Shown theSame(Conversation conversation) {
        return openLike(conversation)
                .map(same -> Shown.of(Screen.CASE, same.theCase().id(), ""))
                .orElseGet(() -> Shown.of(Screen.QUESTION, conversation));
    }

    private Steps steps() {
        return new Steps(scene, papers.questionnaires(), papers.file());
    }

    private Questionnaire questionnaire(Draft draft) {
        return papers.questionnaires().of(draft.conversation(), scene.protocol());
    }
}
