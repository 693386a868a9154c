package org.secondlook.core.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.calendar.Deadline;
import org.secondlook.core.calendar.Working;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.CaseEvent.ClosingAnswered.StillAtRisk;
import org.secondlook.core.casework.Obligation;
import org.secondlook.core.casework.ObligationId;
import org.secondlook.core.casework.StageVisit;
import org.secondlook.core.conversation.Button.Verb;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Action.Style;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.View;
import org.secondlook.core.message.Wording;
import org.secondlook.core.message.Words;
import org.secondlook.core.outline.ClockWords;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.reminder.Later;
import org.secondlook.core.reminder.NudgePlan;
import org.secondlook.core.yaml.Spelling;

/** The screens of a case: the conflict question, what is to be read, the case page, and whom to ring. */
final class CaseScreens {

    private static final int CHARACTERS_A_PAGE = 9_000;

    private final Scene scene;
    private final Wording wording;
    private final CaseFile file;
    private final Case theCase;
    private final Part part;
    private final Questionnaires questionnaires;
    private final Map<String, Object> facts;

    CaseScreens(Scene scene, CaseFile file, Part part, Questionnaires questionnaires) {
        this.scene = scene;
        this.wording = scene.wording();
        this.file = file;
        this.theCase = file.theCase();
        this.part = part;
        this.questionnaires = questionnaires;
        this.facts = Facts.of(scene, theCase);
    }

    /** Asked once of everybody who is asked to act, before they read. */
    View conflict() {
        List<Action> actions = List.of(
                button(Verb.NO_CONFLICT, "", "M-2.action.no-conflict", Style.PRIMARY),
                button(Verb.CONFLICT, "", "M-2.action.conflict", Style.NORMAL));
        return view("M-2q", List.of(text("M-2q.body")), actions);
    }

    /** Asked at each stage of whoever owes the next act, before they read (G-1). */
    View risk() {
        List<Action> actions = List.of(
                button(Verb.SAY_RISK, StillAtRisk.NO.name(), "G-1.action.no", Style.PRIMARY),
                button(Verb.SAY_RISK, StillAtRisk.NOT_SURE.name(), "G-1.action.not-sure", Style.NORMAL),
                button(Verb.SAY_RISK, StillAtRisk.YES.name(), "G-1.action.yes", Style.NORMAL));
        return view("G-1", List.of(text("G-1.body")), actions);
    }

    /** What is asked of the person, the words they need for it, and what they may do; a page at a time. */
    View read(int page) {
        if (part.reads() == Part.Reads.NOTHING) {
            return withoutWords();
        }
        String id = readingId();
        CaseWords words = new CaseWords(scene, file, part, questionnaires);
        List<Section> sections = new ArrayList<>();
        sections.add(reference());
        marks().ifPresent(sections::add);
        late().ifPresent(sections::add);
        sections.add(text(OwnWords.key(scene, theCase, id, ".body")));
        if (wording.has(id + ".statement") && wording.has("says.statement")) {
            sections.add(text(id + ".statement"));
        }
        needed().ifPresent(sections::add);
        sections.addAll(words.proposal());
        if (part.reads() == Part.Reads.WORDS) {
            sections.addAll(words.questions());
            sections.addAll(words.refusal());
            sections.addAll(words.suggestedDate());
            sections.addAll(words.decisions());
            sections.addAll(words.responses());
            sections.addAll(words.meetings());
            sections.addAll(words.records());
            sections.addAll(words.concern());
        }
        return paged(id, sections, page);
    }

    /** For somebody who may know of it and not read it: whoever decided, or who is told; of a policy point, that alone. */
    private View withoutWords() {
        List<Section> sections = new ArrayList<>(List.of(reference()));
        List<Action> actions = new ArrayList<>();
        if (part.owed().isEmpty()) {
            sections.add(text(part.side() == Side.RESPONDING ? "F-1r.body" : "J-2r.body"));
        } else {
            sections.add(text("P-18r.body"));
            theCase.raised()
                    .statement()
                    .said("P-18.what")
                    .ifPresent(point -> sections.add(new Section.Quote(wording.name("P-18.what", 1), point)));
            actions.addAll(new Moves(scene, file, part).all());
        }
        actions.add(showCase());
        return view("F-1r", sections, actions);
    }

    /**
     * Where the case is, what happens next and when, what has happened, and who can see it (H).
     *
     * @param linked the other cases about the same child that the person may read
     */
    View page(List<Listed> linked) {
        List<Section> sections = new ArrayList<>();
        sections.add(reference());
        marks().ifPresent(sections::add);
        late().ifPresent(sections::add);
        sections.add(new Section.Heading(wording.say("H.where")));
        sections.add(new Section.Items(stages()));
        sections.add(new Section.Heading(wording.say("H.next")));
        sections.add(new Section.Items(next()));
        sections.add(new Section.Heading(wording.say("H.so-far")));
        sections.add(new Section.Items(new Timeline(scene, file, part).lines()));
        sections.add(new Section.Heading(wording.say("H.who-sees")));
        sections.add(text("H.who-sees.body"));
        if (!linked.isEmpty()) {
            sections.add(new Section.Heading(wording.say("H.linked")));
            linked.forEach(other -> sections.add(row(other)));
        }
        List<Action> actions = new ArrayList<>();
        if (part.reads() != Part.Reads.NOTHING) {
            actions.add(button(Verb.READ, "", "action.read", Style.PRIMARY));
        }
        if (theCase.isOpen()) {
            actions.add(scene.buttons().global(Verb.URGENT, "E-5.action.urgent", Style.NORMAL, facts));
        }
        if (theCase.isOpen() && part.raiser()) {
            actions.add(button(Verb.BEGIN, Moves.task("withdraw", "", ""), "C-3.action.withdraw", Style.NORMAL));
        }
        actions.add(scene.buttons().global(Verb.HELP, "action.help", Style.NORMAL, facts));
        actions.add(scene.buttons().global(Verb.CASES, "action.cases", Style.NORMAL, facts));
        return view("H-1", sections, actions);
    }

    private Section row(Listed linked) {
        Map<String, Object> of = Facts.of(linked.scene(), linked.theCase());
        return new Section.Row(
                wording.say("H.linked.case", of),
                wording.say(linked.theCase().isOpen() ? "H.linked.open" : "H.linked.ended"),
                scene.buttons()
                        .onCase(
                                Verb.SHOW_CASE,
                                linked.theCase().id(),
                                "",
                                linked.file().version(),
                                "H.action.open",
                                Style.NORMAL,
                                of));
    }

    /** Whom to ring, or to meet. */
    View meet(String whom) {
        String id = switch (whom) {
            case "raiser" -> "M-2t";
            case "manager" -> "M-3t";
            default -> part.side() == Side.RAISING ? "V-11" : "V-11r";
        };
        return view(id, List.of(reference(), text(id + ".body")), List.of(showCase()));
    }

    /** When the person wants to be reminded of what they owe, or when they will be (N-5). */
    View remindLater(ObligationId about) {
        Optional<Instant> due =
                theCase.open(about).flatMap(owed -> owed.deadline().remindBy());
        Optional<Instant> until = theCase.snoozedUntil(about);
        Map<String, Object> moments = new LinkedHashMap<>(facts);
        due.ifPresent(at -> moments.put("due", scene.moments().on(at)));
        until.ifPresent(at -> moments.put("until", scene.moments().on(at)));
        List<Action> actions = new ArrayList<>();
        if (until.isEmpty()) {
            due.ifPresent(date -> new NudgePlan(scene.deadlines().calendar())
                    .again(scene.now(), date)
                    .forEach((later, at) -> actions.add(snooze(about, later, at))));
        }
        String id = until.isPresent() ? "N-5d" : actions.isEmpty() ? "N-5x" : "N-5";
        actions.add(showCase());
        return view(id, List.of(reference(), new Section.Text(wording.words(id + ".body", moments))), actions);
    }

    private Action snooze(ObligationId about, Later later, Instant at) {
        return scene.buttons()
                .onCase(
                        Verb.SNOOZE,
                        theCase.id(),
                        about + " " + later,
                        file.version(),
                        "N-5.action." + Spelling.of(later),
                        Style.NORMAL,
                        Map.of("at", scene.moments().on(at)));
    }

    /** Which of the things somebody owes comes first on the screen. */
    private static final List<Does> FIRST = List.of(
            Does.CONFIRM,
            Does.CHECK,
            Does.ANSWER,
            Does.REPLY,
            Does.AGREE,
            Does.CHOOSE,
            Does.REVIEW,
            Does.RESPOND,
            Does.SETTLE,
            Does.DECIDE,
            Does.HOLD,
            Does.CONSULT,
            Does.TALK,
            Does.TOLD,
            Does.APPROVE,
            Does.WRITE,
            Does.FILE);

    /** What a manager does beside settling or answering: it is on a button, and not what the screen is about. */
    private static final Set<Does> BESIDE =
            Set.of(Does.TALK, Does.CONSULT, Does.TOLD, Does.APPROVE, Does.WRITE, Does.FILE);

    private String readingId() {
        Optional<Obligation> owed = part.owedNow(theCase)
                .filter(o -> FIRST.contains(o.does()) && !(manages() && BESIDE.contains(o.does())))
                .min(Comparator.comparing(o -> FIRST.indexOf(o.does())));
        if (owed.isEmpty()) {
            return withoutAnythingOwed();
        }
        return switch (owed.get().does()) {
            case REVIEW -> theCase.declined().isEmpty() ? "M-2" : part.raiser() ? "M-7o" : "M-7i";
            case RESPOND -> "V-2";
            case SETTLE -> "V-14r";
            case CONFIRM -> "Z-3i";
            case ANSWER -> "Z-9i";
            case REPLY -> "Q-2r";
            case CHOOSE -> chooses(owed.get());
            case DECIDE -> "J-5r";
            case AGREE -> owed.get().asksWhetherItTookPlace() ? "D-12r" : "Y-2r";
            case CHECK -> checks(owed.get());
            case HOLD -> holds(owed.get());
            case FILE -> theCase.isOpen() ? "G-5r" : "Z-4r";
            case CONSULT -> "G-2r";
            case APPROVE -> "G-4a";
            case WRITE -> isOutside() ? "J-3r" : "T-0r";
            case TALK -> Missing.waitsForTheirWord(theCase, owed.get(), scene) ? "D-12w" : "T-0r";
            case TOLD -> "T-0r";
            case AGREE_DATE, ACT -> "H-2";
        };
    }

    private boolean manages() {
        Optional<StageId> here = theCase.current().map(StageVisit::stage);
        return theCase.managers().stream()
                .anyMatch(m -> m.stage().equals(here)
                        && scene.people()
                                .actingPerson(m.holder())
                                .filter(scene.person()::equals)
                                .isPresent());
    }

    private boolean isOutside() {
        return theCase.current()
                .flatMap(visit -> scene.protocol().stage(visit.stage()).level())
                .filter(level -> level == Level.EXTERNAL)
                .isPresent();
    }

    private String chooses(Obligation owed) {
        if (owed.asksWhetherToGoFurther()) {
            return "M-3r";
        }
        return isPacks(owed) ? "D-15r" : owed.asksWhetherSatisfied() ? "E-2a" : "E-2r";
    }

    private String holds(Obligation owed) {
        return isPacks(owed) ? "D-14r" : scene.protocol().isConfidential(owed.duty()) ? "Z-8r" : "Y-1r";
    }

    private String checks(Obligation owed) {
        if (isPacks(owed) && owed.stage().isPresent()) {
            return "J-5r";
        }
        return theCase.closingWith().isPresent() ? "Z-9l" : "I-5i";
    }

    private boolean isPacks(Obligation owed) {
        return scene.protocol().duty(owed.stage(), owed.duty()).isPresent();
    }

    /** What must be done before the person can do what they owe (G-4a, D-12). */
    private Optional<Section> needed() {
        List<Words> missing = part.owed().stream()
                .flatMap(owed -> Missing.needed(theCase, owed, scene).stream())
                .filter(owed -> owed.does() != Does.RESPOND)
                .distinct()
                .map(owed -> new OwedWords(scene, theCase).line(owed))
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(new Section.Items(missing));
    }

    /** A manager who waits for the other side can still act; anybody else is told that nothing is asked. */
    private String withoutAnythingOwed() {
        boolean settles = part.owed().stream().anyMatch(o -> o.does() == Does.SETTLE);
        return settles ? "V-14w" : manages() ? "V-14o" : "H-2";
    }

    private View paged(String id, List<Section> sections, int page) {
        List<List<Section>> pages = new ArrayList<>(List.of(new ArrayList<>()));
        int characters = 0;
        for (Section section : sections) {
            int length = section.accept(new Length());
            if (characters > 0 && characters + length > CHARACTERS_A_PAGE) {
                pages.add(new ArrayList<>());
                characters = 0;
            }
            pages.get(pages.size() - 1).add(section);
            characters += length;
        }
        int shown = Math.min(page, pages.size() - 1);
        List<Action> actions = new ArrayList<>();
        if (shown + 1 < pages.size()) {
            actions.add(button(Verb.READ_ON, String.valueOf(shown + 1), "action.read-on", Style.PRIMARY));
        } else {
            actions.addAll(new Moves(scene, file, part).all());
        }
        actions.add(showCase());
        return view(id, pages.get(shown), actions);
    }

    private List<Words> stages() {
        List<Words> lines = new ArrayList<>();
        for (Stage stage : stagesOfTracks()) {
            Optional<StageVisit> visit = theCase.visits().stream()
                    .filter(v -> v.stage().equals(stage.id()))
                    .reduce((a, b) -> b);
            boolean passed = theCase.passed().stream().anyMatch(p -> p.stage().equals(stage.id()) && p.done());
            String state = visit.map(v -> v.isOpen() ? "now" : "done")
                    .orElse(passed ? "done" : theCase.isOpen() ? "not-yet" : "not-needed");
            if (theCase.passed().stream().anyMatch(p -> p.stage().equals(stage.id()) && !p.done())) {
                state = "not-done";
            }
            lines.add(wording.words("H.stage." + state, "stage", stage.title()));
        }
        return lines;
    }

    /** The stages of the tracks that the case has been on, in the order in which it came to them. */
    private List<Stage> stagesOfTracks() {
        return theCase.visits().stream()
                .map(StageVisit::track)
                .distinct()
                .flatMap(track -> scene.protocol().track(track).stages().stream())
                .toList();
    }

    private List<Words> next() {
        List<Words> lines = new ArrayList<>();
        for (Obligation obligation : theCase.open()) {
            if (obligation.since().filter(since -> !since.isAfter(scene.now())).isPresent()
                    && scene.mayKnowOf(obligation)
                    && part.mayKnowOf(theCase, obligation)) {
                lines.add(new OwedWords(scene, theCase).lineAndDelivery(obligation));
            }
        }
        theCase.current()
                .flatMap(visit -> visit.limit().remindBy())
                .ifPresent(limit ->
                        lines.add(wording.words("H.limit", "by", scene.moments().by(limit))));
        theCase.current().map(StageVisit::limit).map(this::working).ifPresent(lines::add);
        if (lines.isEmpty()) {
            lines.add(wording.words("H.nothing"));
        }
        return lines;
    }

    /** How the date of the stage was found: the rule of the procedure, and what won over it. */
    private Words working(Deadline limit) {
        Working working = limit.working();
        return wording.words(
                "H.working",
                "rule",
                new ClockWords(wording).say(working.rule()),
                "won",
                wording.say("H.working." + Spelling.of(working.bound())));
    }

    private Optional<Section> marks() {
        return theCase.marks().stream()
                .findFirst()
                .map(mark -> new Section.Text(wording.words("H.mark", "mark", mark)));
    }

    /** That a procedure was begun after its time: it is never refused, and always marked (D-10). */
    private Optional<Section> late() {
        return "yes".equals(facts.get("late"))
                ? Optional.of(new Section.Callout(Section.Tone.CAREFUL, wording.words("H.late", facts)))
                : Optional.empty();
    }

    private Section reference() {
        String key = theCase.current().isPresent() ? "read.reference" : "read.reference-only";
        return new Section.Heading(wording.say(key, facts));
    }

    private Section text(String key) {
        return new Section.Text(wording.words(key, facts));
    }

    private Action showCase() {
        return button(Verb.SHOW_CASE, "", "action.see-case", Style.NORMAL);
    }

    private Action button(Verb verb, String argument, String key, Style style) {
        return scene.buttons().onCase(verb, theCase.id(), argument, file.version(), key, style, facts);
    }

    private View view(String id, List<Section> sections, List<Action> actions) {
        return new View(
                id,
                wording.words(OwnWords.key(scene, theCase, id, ".title"), facts).text(),
                wording.say("notice.read"),
                sections,
                List.of(),
                actions);
    }

    /** About how much room a section takes. */
    private static final class Length implements Section.Visitor<Integer> {

        @Override
        public Integer text(Words words) {
            return words.text().length();
        }

        @Override
        public Integer heading(String words) {
            return words.length();
        }

        @Override
        public Integer quote(String speaker, String words) {
            return speaker.length() + words.length();
        }

        @Override
        public Integer note(String label, String words) {
            return label.length() + words.length();
        }

        @Override
        public Integer facts(List<Section.Fact> facts) {
            return facts.stream()
                    .mapToInt(f -> f.label().length() + f.value().length())
                    .sum();
        }

        @Override
        public Integer items(List<Words> items) {
            return items.stream().mapToInt(i -> i.text().length()).sum();
        }

        @Override
        public Integer callout(Section.Tone tone, Words words) {
            return words.text().length();
        }

        @Override
        public Integer row(String label, String value, Action action) {
            return label.length() + value.length();
        }

        @Override
        public Integer buttons(List<Action> actions) {
            return 0;
        }
    }
}
