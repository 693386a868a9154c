package org.secondlook.core.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.CaseEvent.ClosingAnswered.StillAtRisk;
import org.secondlook.core.casework.Held;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Button.Verb;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Action.Style;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.View;
import org.secondlook.core.message.Wording;

/** Draws that something was done, what happens next, and how it can be taken back: for whoever did it. */
final class Receipts {

    /** What somebody does who has no part in the case yet, or any more. */
    private static final Set<String> WITHOUT_A_PART = Set.of("pass-on", "offer-cover", "will-cover", "cannot-cover");

    private static final Map<String, String> BY_ACT = Map.ofEntries(
            Map.entry(Task.RAISE, "R-1"),
            Map.entry("forward", "M-4r"),
            Map.entry("decline", "M-3d"),
            Map.entry("ask-lead", "M-3s"),
            Map.entry("date", "T-2r"),
            Map.entry("respond", "V-7r"),
            Map.entry("resolve", "Z-2r"),
            Map.entry("refuse", "Z-3r"),
            Map.entry("confirm", "Z-3y"),
            Map.entry("closing", "Z-9d"),
            Map.entry("talk", "G-4r"),
            Map.entry("consult", "G-2d"),
            Map.entry("check", "I-5r"),
            Map.entry("read", "D-12d"),
            Map.entry("meeting", "G-4r"),
            Map.entry("ask-meeting", "Y-1d"),
            Map.entry("book", "D-14s"),
            Map.entry("held", "D-14d"),
            Map.entry("reply", "D-16d"),
            Map.entry("choose", "D-15d"),
            Map.entry("decide", "J-5d"),
            Map.entry("ask", "Q-1r"),
            Map.entry("answer", "Q-2d"),
            Map.entry("pass-question-on", "Q-3d"),
            Map.entry("pass-on", "V-10d"),
            Map.entry("offer-cover", "V-9d"),
            Map.entry("give-cover", "L-5d"),
            Map.entry("take-cover", "L-6d"),
            Map.entry("decline-cover", "V-9x"),
            Map.entry("leave", "L-1d"),
            Map.entry("will-cover", "L-2d"),
            Map.entry("cannot-cover", "L-2x"),
            Map.entry("withdraw", "C-3d"),
            Map.entry("move-up", "E-1r"));

    private final Scene scene;
    private final Wording wording;
    private final CaseFile file;
    private final Case theCase;
    private final Map<String, Object> facts;

    Receipts(Scene scene, CaseFile file) {
        this.scene = scene;
        this.wording = scene.wording();
        this.file = file;
        this.theCase = file.theCase();
        this.facts = Facts.of(scene, theCase);
    }

    /**
     * What happens next is left out when it is seen again and that has happened since.
     *
     * @return none for somebody who has no part in the case, unless it is done without one
     */
    Optional<View> draw(Shown shown) {
        String act = shown.argument().substring(0, shown.argument().indexOf(' '));
        boolean hasPart = Part.in(theCase, scene).isPresent();
        if (!hasPart && !WITHOUT_A_PART.contains(act)) {
            return Optional.empty();
        }
        TurnId turn = new TurnId(shown.argument().substring(act.length() + 1));
        String id = receiptOf(act);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Callout(
                Section.Tone.GOOD, wording.words(OwnWords.key(scene, theCase, id, ".done"), facts)));
        String next = OwnWords.key(scene, theCase, id, ".next");
        if (wording.has(next) && wording.isToldAll(next, facts)) {
            sections.add(new Section.Text(wording.words(next, facts)));
        }
        List<Action> actions = new ArrayList<>();
        theCase.held(turn)
                .filter(held -> held.until().isAfter(scene.now()))
                .ifPresent(held -> actions.add(undo(shown, turn, held)));
        if (hasPart) {
            actions.add(scene.buttons()
                    .onCase(Verb.SHOW_CASE, theCase.id(), "", file.version(), "action.see-case", Style.NORMAL, facts));
        }
        return Optional.of(new View(
                id,
                wording.words(OwnWords.key(scene, theCase, id, ".title"), facts).text(),
                wording.say("notice.read"),
                sections,
                List.of(),
                actions));
    }

    private Action undo(Shown shown, TurnId turn, Held held) {
        Map<String, Object> until = Map.of("at", scene.moments().time(held.until()));
        return scene.buttons().undo(theCase.id(), shown.conversation(), turn, until);
    }

    private String receiptOf(String act) {
        String receipt = BY_ACT.get(act);
        if (receipt == null) {
            throw new IllegalArgumentException("Expected a receipt for %s, but there is none".formatted(act));
        }
        boolean covers = act.equals("offer-cover") && Part.in(theCase, scene).isPresent();
        return act.equals("closing") && isStillWorried() ? "Z-9u" : covers ? "L-6d" : receipt;
    }

    private boolean isStillWorried() {
        return Optional.ofNullable(theCase.closing().get(scene.person().id()))
                .filter(answer -> answer.risk() != StillAtRisk.NO)
                .isPresent();
    }
}
