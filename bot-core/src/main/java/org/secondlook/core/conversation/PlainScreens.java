package org.secondlook.core.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.casework.Actor;
import org.secondlook.core.casework.Obligation;
import org.secondlook.core.casework.Refusal;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Button.Verb;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Action.Style;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.View;
import org.secondlook.core.message.Wording;
import org.secondlook.core.message.Words;
import org.secondlook.core.protocol.DutyId;

/** The screens beside tasks and cases: welcome, help, who sees what, saved, and why something was not done. */
final class PlainScreens {

    private final Scene scene;
    private final Wording wording;
    private final Map<String, Object> facts;

    PlainScreens(Scene scene) {
        this.scene = scene;
        this.wording = scene.wording();
        this.facts = Facts.of(scene);
    }

    /** W-1: what this is, and where to begin. */
    View welcome() {
        return view("W-1", List.of(text("W-1.body")), entries());
    }

    /** I-2 at any time: whom to ring when it cannot wait; in the middle of a task, the way back to it. */
    View urgent(Optional<Conversation> conversation, int version) {
        List<Action> actions = new ArrayList<>();
        actions.add(scene.buttons().global(Verb.TELL_LEAD, "I-2u.action.tell", Style.PRIMARY, facts));
        actions.addAll(conversation.map(c -> backTo(c, version)).orElseGet(() -> List.of(cases())));
        return view("I-2u", body("I-2u"), actions);
    }

    /** C-7: somebody needs a person, outside any task. */
    View distress() {
        return view(
                "C-7",
                body("C-7"),
                List.of(
                        scene.buttons().global(Verb.ASK_TO_RING, "C-7.action.ask", Style.PRIMARY, facts),
                        scene.buttons().global(Verb.CASES, "C-7.action.not-now", Style.NORMAL, facts)));
    }

    /** I-1 once the lead is told: whom to ring meanwhile; whoever acts on a case goes on with it. */
    View leadTold(TurnId alert, Optional<CaseFile> file) {
        List<Action> actions = new ArrayList<>();
        actions.add(scene.buttons()
                .ofTold(alert, file.map(f -> f.theCase().id()), "I-1l.action.spoken", Style.PRIMARY, facts));
        actions.add(file.map(f -> scene.buttons()
                        .onCase(
                                Verb.READ,
                                f.theCase().id(),
                                "",
                                f.version(),
                                "I-1l.action.go-on",
                                Style.NORMAL,
                                Facts.of(scene, f.theCase())))
                .orElseGet(this::cases));
        return view("I-1l", body("I-1l"), actions);
    }

    /** C-1: where the person is, and who can be reached. */
    View help(Optional<Conversation> conversation, int version) {
        List<Section> sections = new ArrayList<>(body("C-1"));
        List<Action> actions = new ArrayList<>();
        conversation.ifPresentOrElse(
                c -> {
                    sections.add(0, text("C-1.saved"));
                    actions.add(inTask(Verb.RETURN, c, version, "C-1.action.carry-on", Style.PRIMARY));
                    actions.add(inTask(Verb.SAVE, c, version, "action.save", Style.NORMAL));
                    actions.add(inTask(Verb.WHO_SEES, c, version, "C-1.action.who", Style.NORMAL));
                },
                () -> actions.addAll(entries()));
        return view("C-1", sections, actions);
    }

    /** C-2: who can see this now, and later. */
    View whoSees(Conversation conversation, int version) {
        return view(
                "C-2",
                body("C-2"),
                List.of(inTask(Verb.RETURN, conversation, version, "C-1.action.carry-on", Style.PRIMARY)));
    }

    /** That a task waits for the person. */
    View saved(Conversation conversation, int version, String id) {
        Map<String, Object> saved = Facts.of(scene, Optional.empty(), conversation);
        return view(
                id,
                List.of(
                        new Section.Callout(Section.Tone.GOOD, wording.words(id + ".done", saved)),
                        new Section.Text(wording.words(id + ".next", saved))),
                List.of(inTask(Verb.RESUME, conversation, version, "action.carry-on", Style.PRIMARY), cases()));
    }

    /** Asks before a task is thrown away. */
    View askDelete(Conversation conversation, int version) {
        Map<String, Object> counted = new LinkedHashMap<>(facts);
        counted.put(
                "answers",
                conversation.answers().keySet().stream()
                        .filter(key -> !key.equals(AlertDesk.UNANSWERED) && !Asides.isMark(key))
                        .count());
        return new View(
                "P-d",
                wording.say("P-d.title"),
                wording.say("notice.read"),
                List.of(new Section.Text(wording.words("P-d.body", counted))),
                List.of(),
                List.of(
                        inTask(Verb.RETURN, conversation, version, "P-d.action.keep", Style.PRIMARY),
                        inTask(Verb.DELETE, conversation, version, "P-d.action.delete", Style.DANGER)));
    }

    View deleted() {
        return view("P-x", List.of(text("P-x.body")), entries());
    }

    /** What is unfinished, when somebody begins again. */
    View resume(Conversation conversation, int version) {
        Map<String, Object> when = new LinkedHashMap<>(facts);
        when.put("at", scene.moments().at(conversation.touched()));
        return new View(
                "P-r",
                wording.say("P-r.title"),
                wording.say("notice.read"),
                List.of(new Section.Text(wording.words("P-r.body", when))),
                List.of(),
                List.of(
                        inTask(Verb.RESUME, conversation, version, "action.carry-on", Style.PRIMARY),
                        inTask(Verb.RESTART, conversation, version, "P-r.action.restart", Style.NORMAL),
                        inTask(Verb.ASK_DELETE, conversation, version, "action.delete", Style.DANGER)));
    }

    /** the same for what does not exist and for what is not theirs. */
    View notEntitled() {
        return view("X-5", List.of(text("X-5.body")), entries());
    }

    /** V-9: it is for somebody else of their own agency, for whom they can offer to cover. */
    View notTheirs(CaseFile file, Obligation owed) {
        Map<String, Object> whose = new LinkedHashMap<>(facts);
        whose.put("holder", scene.people().acting(owed.holder()));
        List<Action> actions = new ArrayList<>();
        actions.add(scene.buttons()
                .onCase(
                        Verb.OFFER_COVER,
                        file.theCase().id(),
                        owed.id().value(),
                        file.version(),
                        "V-9.action.offer",
                        Style.PRIMARY,
                        whose));
        actions.add(cases());
        return view("V-9", List.of(new Section.Text(wording.words("V-9.body", whose))), actions);
    }

    /** nothing can be recorded until an operator says that it can. */
    View held() {
        return view("X-8", List.of(text("X-8.body")), List.of());
    }

    /** C-6: what was typed means nothing here. */
    View notUnderstood() {
        return view("C-6", List.of(text("C-6.body")), entries());
    }

    /** One plain sentence and the way on; in the middle of a task, back to it. */
    View plain(String id, Optional<Conversation> conversation, int version) {
        return view(id, body(id), conversation.map(c -> backTo(c, version)).orElseGet(this::entries));
    }

    /** X-4 and its kin: why something was not done. */
    View refused(Refusal refusal, Optional<CaseFile> file) {
        Map<String, Object> why = new LinkedHashMap<>(facts);
        String key = refusal.accept(new Why(why));
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Callout(Section.Tone.CAREFUL, wording.words(key, why)));
        List<Action> actions = new ArrayList<>();
        file.ifPresent(f -> {
            String reference = f.theCase().reference().value();
            sections.add(new Section.Text(wording.words("X-4.case", "reference", reference)));
            actions.add(scene.buttons()
                    .onCase(
                            Verb.SHOW_CASE,
                            f.theCase().id(),
                            "",
                            f.version(),
                            "action.see-case",
                            Style.PRIMARY,
                            facts));
        });
        actions.add(cases());
        return new View("X-4", wording.say("X-4.title"), wording.say("notice.read"), sections, List.of(), actions);
    }

    private List<Action> entries() {
        return List.of(
                scene.buttons().global(Verb.RAISE, "action.raise", Style.PRIMARY, facts),
                cases(),
                scene.buttons().global(Verb.URGENT, "action.urgent", Style.NORMAL, facts),
                scene.buttons().global(Verb.HOW_IT_WORKS, "action.how", Style.NORMAL, facts),
                scene.buttons().global(Verb.HELP, "action.help", Style.NORMAL, facts));
    }

    private List<Action> backTo(Conversation conversation, int version) {
        return List.of(inTask(Verb.RETURN, conversation, version, "C-1.action.carry-on", Style.PRIMARY), cases());
    }

    private Action cases() {
        return scene.buttons().global(Verb.CASES, "action.cases", Style.NORMAL, facts);
    }

    private Action inTask(Verb verb, Conversation conversation, int version, String key, Style style) {
        return scene.buttons().inConversation(verb, conversation, "", version, key, style, facts);
    }

    private List<Section> body(String id) {
        List<Section> sections = new ArrayList<>();
        sections.add(text(id + ".body"));
        List<Words> items = new ArrayList<>();
        for (int n = 1; wording.has(id + ".item." + n); n++) {
            Words item = wording.words(id + ".item." + n, facts);
            if (!item.text().isEmpty()) {
                items.add(item);
            }
        }
        if (!items.isEmpty()) {
            sections.add(new Section.Items(items));
        }
        return sections;
    }

    private Section text(String key) {
        return new Section.Text(wording.words(key, facts));
    }

    private View view(String id, List<Section> sections, List<Action> actions) {
        return new View(
                id,
                wording.words(id + ".title", facts).text(),
                wording.say("notice.read"),
                sections,
                List.of(),
                actions);
    }

    private final class Why implements Refusal.Visitor<String> {

        private final Map<String, Object> why;

        Why(Map<String, Object> why) {
            this.why = why;
        }

        @Override
        public String alreadyDone(Actor by, Instant at) {
            why.put("by", by.person().map(scene.people()::name).orElseGet(() -> wording.say("who.clock")));
            why.put("at", scene.moments().at(at));
            return "X-4.already-done";
        }

        @Override
        public String noLongerAsked() {
            return "X-4.no-longer-asked";
        }

        @Override
        public String notYours() {
            return "X-4.not-yours";
        }

        @Override
        public String notYet(List<DutyId> missing) {
            return "X-4.not-yet";
        }

        @Override
        public String wordsChanged() {
            return "X-4.words-changed";
        }

        @Override
        public String tooLate(Instant latest) {
            why.put("latest", scene.moments().by(latest));
            return "X-4.too-late";
        }

        @Override
        public String gone() {
            return "X-4.gone";
        }
    }
}
