package org.secondlook.core.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.casework.ObligationId;
import org.secondlook.core.casework.Refusal;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.View;

/** Draws what a person is shown after a turn, from what is stored then. */
public final class Showing {

    private static final Map<String, String> RECEIPTS = Map.of(
            Task.RAISE,
            "R-1",
            "forward",
            "M-4r",
            "date",
            "T-2r",
            "respond",
            "V-7r",
            "resolve",
            "Z-2r",
            "refuse",
            "Z-3r",
            "closing",
            "Z-9d",
            "talk",
            "G-4r",
            "decide",
            "J-5d",
            "move-up",
            "E-1r");

    private final Scene scene;
    private final Questionnaires questionnaires;

    public Showing(Scene scene, Questionnaires questionnaires) {
        this.scene = scene;
        this.questionnaires = questionnaires;
    }

    /**
     * Draws a screen.
     *
     * @param file the case, where the screen is about one
     * @param draft the conversation, where the screen is about one
     */
    public View draw(
            Shown shown,
            Map<String, String> faults,
            Optional<Refusal> refusal,
            Optional<CaseFile> file,
            Optional<Draft> draft) {
        PlainScreens plain = new PlainScreens(scene);
        return switch (shown.screen()) {
            case QUESTION -> draft.map(d -> question(d, file, faults)).orElseGet(plain::deleted);
            case SAVED ->
                draft.map(d -> plain.saved(d.conversation(), d.version(), shown.argument()))
                        .orElseGet(plain::deleted);
            case ASK_DELETE ->
                draft.map(d -> plain.askDelete(d.conversation(), d.version())).orElseGet(plain::deleted);
            case WHO_SEES ->
                draft.map(d -> plain.whoSees(d.conversation(), d.version())).orElseGet(plain::deleted);
            case RESUME ->
                draft.map(d -> plain.resume(d.conversation(), d.version())).orElseGet(plain::deleted);
            case HELP ->
                plain.help(
                        draft.map(Draft::conversation),
                        draft.map(Draft::version).orElse(0));
            case DELETED -> plain.deleted();
            case WELCOME -> plain.welcome();
            case URGENT -> plain.urgent();
            case NOT_UNDERSTOOD -> plain.notUnderstood();
            case NOT_ENTITLED -> plain.notEntitled();
            case PLAIN -> plain.plain(shown.argument());
            case REFUSED -> plain.refused(refusal.orElseGet(Refusal.NoLongerAsked::new), file);
            case HOME -> home(List.of(), List.of());
            case CONFLICT, READ, CASE, MEET, RECEIPT, MESSAGE ->
                file.flatMap(f -> onCase(shown, f)).orElseGet(plain::notEntitled);
        };
    }

    /** Draws the list of cases. */
    public View home(List<CaseFile> files, List<Draft> drafts) {
        return new Home(scene).draw(files, drafts);
    }

    private View question(Draft draft, Optional<CaseFile> file, Map<String, String> faults) {
        Conversation conversation = draft.conversation();
        Questionnaire questionnaire = questionnaires.of(conversation.task().questionnaire());
        return new QuestionScreens(scene, questionnaire, conversation, file, draft.version()).draw(faults);
    }

    private Optional<View> onCase(Shown shown, CaseFile file) {
        return Part.in(file.theCase(), scene).map(part -> {
            CaseScreens screens = new CaseScreens(scene, file, part, questionnaires);
            return switch (shown.screen()) {
                case CONFLICT -> screens.conflict();
                case READ -> screens.read(Integer.parseInt(shown.argument()));
                case MEET -> screens.meet(shown.argument());
                case RECEIPT -> receipt(screens, shown, file);
                case MESSAGE -> message(shown, file);
                default -> screens.page();
            };
        });
    }

    private View receipt(CaseScreens screens, Shown shown, CaseFile file) {
        String argument = shown.argument();
        String questionnaire = argument.substring(0, argument.indexOf(' '));
        TurnId turn = new TurnId(argument.substring(argument.indexOf(' ') + 1));
        List<Action> undo = new ArrayList<>();
        file.theCase()
                .held(turn)
                .filter(held -> held.until().isAfter(scene.now()))
                .ifPresent(held -> undo.add(scene.buttons()
                        .undo(
                                file.theCase().id(),
                                shown.conversation().orElseThrow(),
                                turn,
                                Map.of("at", scene.moments().time(held.until())))));
        return screens.receipt(RECEIPTS.getOrDefault(questionnaire, "R-1"), undo);
    }

    private View message(Shown shown, CaseFile file) {
        List<String> parts = List.of(shown.argument().split(" ", -1));
        boolean channel = parts.size() > 2;
        return new Messages(scene, channel).about(file, parts.get(0), Optional.of(new ObligationId(parts.get(1))));
    }
}
