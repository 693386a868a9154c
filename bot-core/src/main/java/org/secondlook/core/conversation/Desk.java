package org.secondlook.core.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.casework.AnswerCover;
import org.secondlook.core.casework.CaseCommand;
import org.secondlook.core.casework.ObligationId;
import org.secondlook.core.casework.OfferCover;
import org.secondlook.core.conversation.Shown.Screen;

/**
 * Where one person's turn is decided: from what they pressed or typed, and what lies on the desk, to what is to change
 * and what they are to see. Pure but for the names it asks for.
 */
public final class Desk {

    private final Papers papers;
    private final TaskDesk tasks;

    public Desk(Papers papers) {
        this.papers = papers;
        this.tasks = new TaskDesk(papers);
    }

    /** Somebody begins, by a command or a shortcut; without a word, to raise something. */
    public Plan begun(String word) {
        return Command.of(word).map(this::command).orElseGet(() -> saysOrRaises(word, false));
    }

    /** Somebody looks at their cases. */
    public Plan looked() {
        return Plan.show(Shown.plain(Screen.HOME));
    }

    /** Somebody typed: a command word, an answer to what they were asked, or the beginning of something. */
    public Plan typed(String text) {
        Optional<Draft> asked = tasks.typing();
        Optional<Command> command = Command.of(text);
        if (asked.isEmpty()) {
            return command.map(this::command).orElseGet(() -> saysOrRaises(text, true));
        }
        return command.map(c -> tasks.command(c, asked.get())).orElseGet(() -> tasks.typed(asked.get(), text));
    }

    /** Whoever needs a person is offered one before anything is asked of them (C-7). */
    private Plan saysOrRaises(String text, boolean typed) {
        Scene scene = papers.scene();
        return scene.ownPost().isPresent() && new Asides(scene, papers.file()).isDistress(text)
                ? Plan.show(Shown.plain(Screen.DISTRESS))
                : tasks.raise(typed);
    }

    /** Somebody pressed a button; it has been checked that it is theirs. */
    public Plan pressed(Button button, Map<String, List<String>> entered) {
        return switch (button.verb()) {
            case RAISE -> tasks.raise(false);
            case CASES -> looked();
            case URGENT -> Plan.show(Shown.plain(Screen.URGENT));
            case ASK_TO_RING -> new AlertDesk(papers.scene()).asksToBeRung();
            case TELL_LEAD -> new AlertDesk(papers.scene()).telling(papers.turn());
            case HOW_IT_WORKS -> Plan.show(Shown.plain(Screen.HOW_IT_WORKS));
            case HELP ->
                button.conversation().isEmpty() ? Plan.show(Shown.plain(Screen.HELP)) : tasks.pressed(button, entered);
            case WHO_SEES,
                    ASK_DELETE,
                    SAVE,
                    RETURN,
                    RESUME,
                    RESTART,
                    DELETE,
                    CONTINUE,
                    BACK,
                    CHANGE,
                    PICK,
                    STOP,
                    ADD_ROUND,
                    SEND -> tasks.pressed(button, entered);
            case UNDO -> tasks.undo(button);
            case SPOKEN -> AlertDesk.spoken(button);
            case LEAVE -> Plan.show(Shown.plain(Screen.LEAVE));
            case OFFER_COVER ->
                onCover(
                        new OfferCover(
                                new ObligationId(button.argument()),
                                papers.scene().person().id()),
                        "offer-cover");
            case WILL_COVER -> onCover(new AnswerCover(new ObligationId(button.argument()), true), "will-cover");
            case CANNOT_COVER -> onCover(new AnswerCover(new ObligationId(button.argument()), false), "cannot-cover");
            case RINGING -> new AlertDesk(papers.scene()).ringing(button.argument());
            case CANNOT_RING -> new AlertDesk(papers.scene()).cannotRing(button.argument());
            case READ,
                    READ_ON,
                    SHOW_CASE,
                    SEEN,
                    REMIND_LATER,
                    SNOOZE,
                    NO_CONFLICT,
                    CONFLICT,
                    SAY_RISK,
                    BEGIN,
                    AGREE_DATE,
                    KEEP_DATE,
                    CONFIRM,
                    YES,
                    NO,
                    DONE,
                    PASS_QUESTION_ON,
                    ASK_LEAD,
                    MEET,
                    GIVE_COVER,
                    DECLINE_COVER -> onCase(button);
        };
    }

    /** Somebody pressed what is not theirs, or no longer works. */
    public Plan notEntitled() {
        return Plan.show(Shown.plain(Screen.NOT_ENTITLED));
    }

    private Plan onCase(Button button) {
        return papers.file()
                .flatMap(file -> Part.in(file.theCase(), papers.scene())
                        .map(part -> new CaseDesk(papers, file, part).pressed(button)))
                .orElseGet(() -> button.person().isEmpty() ? notTheirs(button) : notEntitled());
    }

    /** Somebody of a team pressed in its channel what is for another. */
    private static Plan notTheirs(Button button) {
        return Plan.show(Shown.of(Screen.NOT_THEIRS, button.theCase().orElseThrow(), ""));
    }

    /** Somebody of the agency who has no part in the case says that they would cover, or whether they will (V-9, L-2). */
    private Plan onCover(CaseCommand command, String act) {
        return papers.file()
                .filter(file ->
                        Part.ofTheirAgency(file.theCase(), papers.scene()).isPresent())
                .map(file -> papers.decide(
                        command, Shown.of(Screen.RECEIPT, file.theCase().id(), act + " " + papers.turn())))
                .orElseGet(this::notEntitled);
    }

    private Plan command(Command command) {
        return switch (command) {
            case HELP, PERSON, WHO -> Plan.show(Shown.plain(Screen.HELP));
            case CASES, STATUS -> looked();
            case URGENT -> Plan.show(Shown.plain(Screen.URGENT));
            case RAISE -> tasks.raise(true);
            case RESUME, BACK, CHANGE ->
                papers.drafts().stream()
                        .findFirst()
                        .map(tasks::asItStands)
                        .orElseGet(() -> Plan.show(Shown.plain(Screen.WELCOME)));
            case THANKS -> Plan.show(Shown.plain(Screen.PLAIN, "C-8"));
            case HELLO, SAVE, CANCEL -> Plan.show(Shown.plain(Screen.WELCOME));
        };
    }
}
