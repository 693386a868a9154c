package org.secondlook.core.conversation;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.secondlook.core.casework.ObligationId;
import org.secondlook.core.casework.Refusal;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.message.View;

/** Draws what a person is shown after a turn, from what is stored then. */
public final class Showing {

    /** Those that show a draft. */
    private static final Set<Shown.Screen> DRAFTS = EnumSet.of(
            Shown.Screen.QUESTION,
            Shown.Screen.SAVED,
            Shown.Screen.ASK_DELETE,
            Shown.Screen.WHO_SEES,
            Shown.Screen.RESUME);

    private final Scene scene;
    private final Questionnaires questionnaires;
    private final Supplier<List<Listed>> cases;

    /** @param cases those that are listed for the person, asked for where a screen speaks of them */
    public Showing(Scene scene, Questionnaires questionnaires, Supplier<List<Listed>> cases) {
        this.scene = scene;
        this.questionnaires = questionnaires;
        this.cases = cases;
    }

    /**
     * Draws a screen.
     *
     * @param file the case, where the screen is about one
     * @param draft the conversation, where the screen is about one
     * @throws java.util.NoSuchElementException if the screen shows a draft and there is none
     */
    public View draw(
            Shown shown,
            Map<String, String> faults,
            Optional<Refusal> refusal,
            Optional<CaseFile> file,
            Optional<Draft> draft) {
        PlainScreens plain = new PlainScreens(scene);
        return switch (shown.screen()) {
            case QUESTION -> question(draft.orElseThrow(), file, faults);
            case SAVED -> of(draft, (conversation, version) -> plain.saved(conversation, version, shown.argument()));
            case ASK_DELETE -> of(draft, plain::askDelete);
            case WHO_SEES -> of(draft, plain::whoSees);
            case RESUME -> of(draft, plain::resume);
            case HELP ->
                plain.help(
                        draft.map(Draft::conversation),
                        draft.map(Draft::version).orElse(0));
            case DELETED -> plain.deleted();
            case WELCOME -> plain.welcome();
            case URGENT ->
                plain.urgent(
                        draft.map(Draft::conversation),
                        draft.map(Draft::version).orElse(0));
            case DISTRESS -> plain.distress();
            case HOW_IT_WORKS -> new HowItWorks(scene).draw();
            case NOT_UNDERSTOOD -> plain.notUnderstood();
            case NOT_ENTITLED -> plain.notEntitled();
            case NOT_THEIRS ->
                file.flatMap(f -> Part.ofTheirAgency(f.theCase(), scene).map(owed -> plain.notTheirs(f, owed)))
                        .orElseGet(plain::notEntitled);
            case PLAIN ->
                plain.plain(
                        shown.argument(),
                        draft.map(Draft::conversation),
                        draft.map(Draft::version).orElse(0));
            case REFUSED -> plain.refused(refusal.orElseGet(Refusal.NoLongerAsked::new), file);
            case HOME -> home(List.of(), List.of());
            case LEAVE -> leave(List.of());
            case RECEIPT ->
                file.flatMap(f -> new Receipts(scene, f).draw(shown)).orElseGet(plain::notEntitled);
            case LEAD_TOLD -> plain.leadTold(new TurnId(shown.argument()), file);
            case CONFLICT, RISK, READ, CASE, MEET, LATER, MESSAGE ->
                file.flatMap(f -> onCase(shown, f)).orElseGet(plain::notEntitled);
        };
    }

    /** Draws the list of cases. */
    public View home(List<Listed> cases, List<Draft> drafts) {
        return new Home(scene).draw(cases, drafts);
    }

    /** Draws what somebody who goes on leave hands over. */
    public View leave(List<Listed> cases) {
        return new Home(scene).leave(cases);
    }

    /** Draws what is said to whatever anybody does while nothing may be recorded. */
    public static View held(Scene scene) {
        return new PlainScreens(scene).held();
    }

    private static View of(Optional<Draft> draft, BiFunction<Conversation, Integer, View> drawing) {
        return drawing.apply(
                draft.orElseThrow().conversation(), draft.orElseThrow().version());
    }

    private View question(Draft draft, Optional<CaseFile> file, Map<String, String> faults) {
        Conversation conversation = questionnaires.placed(draft.conversation(), scene.protocol());
        Questionnaire questionnaire = questionnaires.of(conversation, scene.protocol());
        return new QuestionScreens(scene, questionnaire, conversation, file, draft.version()).draw(faults);
    }

    private Optional<View> onCase(Shown shown, CaseFile file) {
        return Part.in(file.theCase(), scene).map(part -> {
            CaseScreens screens = new CaseScreens(scene, file, part, questionnaires);
            return switch (shown.screen()) {
                case CONFLICT -> screens.conflict();
                case RISK -> screens.risk();
                case READ -> screens.read(Integer.parseInt(shown.argument()));
                case MEET -> screens.meet(shown.argument());
                case LATER -> screens.remindLater(new ObligationId(shown.argument()));
                case MESSAGE -> message(shown, file);
                default -> screens.page(new Linked(cases.get()).with(file.theCase()));
            };
        });
    }

    /**
     * What is shown now of what was shown once: where things stand instead of a draft that was sent or deleted since; a message
     * by which nothing is asked any more says so.
     */
    public static Shown again(Shown shown, Optional<CaseFile> file, Optional<Draft> draft) {
        if (DRAFTS.contains(shown.screen()) && draft.isEmpty()) {
            return shown.theCase()
                    .map(theCase -> Shown.of(Shown.Screen.CASE, theCase, ""))
                    .orElseGet(() -> Shown.plain(Shown.Screen.HOME));
        }
        boolean isOver = shown.screen() == Shown.Screen.MESSAGE
                && file.filter(f -> f.theCase().open(asked(shown)).isEmpty()).isPresent();
        return isOver ? Shown.of(Shown.Screen.REFUSED, shown.theCase().orElseThrow(), "") : shown;
    }

    private static ObligationId asked(Shown shown) {
        return new ObligationId(shown.argument().split(" ", -1)[1]);
    }

    private View message(Shown shown, CaseFile file) {
        List<String> parts = List.of(shown.argument().split(" ", -1));
        boolean channel = parts.size() > 2;
        return new Messages(scene, channel).about(file, parts.get(0), Optional.of(asked(shown)));
    }
}
