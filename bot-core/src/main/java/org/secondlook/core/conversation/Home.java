package org.secondlook.core.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.Obligation;
import org.secondlook.core.conversation.Button.Verb;
import org.secondlook.core.directory.Agency;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Action.Style;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.View;
import org.secondlook.core.message.Wording;

/**
 * What a person sees when they look (dialogue H): what needs them, what waits for others, drafts, and what closed lately.
 * References, stages and dates only.
 */
final class Home {

    private static final Duration LATELY = Duration.ofDays(30);

    private final Scene scene;
    private final Wording wording;
    private final Map<String, Object> facts;

    Home(Scene scene) {
        this.scene = scene;
        this.wording = scene.wording();
        this.facts = Facts.of(scene);
    }

    View draw(List<Listed> cases, List<Draft> drafts) {
        List<Entry> entries = entries(cases);
        List<Section> sections = new ArrayList<>();
        missedReview().ifPresent(sections::add);
        List<Section> needsYou = needsYou(entries);
        sections.add(new Section.Heading(wording.say("H.needs-you")));
        if (needsYou.isEmpty()) {
            sections.add(new Section.Text(wording.words("H.empty", facts)));
        }
        sections.addAll(needsYou);
        group(sections, "H.waiting", waiting(entries));
        group(sections, "H.drafts", drafts.stream().map(this::row).toList());
        group(sections, "H.closed", closed(entries));
        List<Action> actions = List.of(
                scene.buttons().global(Verb.RAISE, "action.raise", Style.PRIMARY, facts),
                scene.buttons().global(Verb.URGENT, "action.urgent", Style.NORMAL, facts),
                scene.buttons().global(Verb.LEAVE, "H.action.leave", Style.NORMAL, facts),
                scene.buttons().global(Verb.HELP, "action.help", Style.NORMAL, facts));
        return new View("H", wording.say("H.title"), wording.say("notice.list"), sections, List.of(), actions);
    }

    /** L-1: each case in which something is asked of the person, to say who covers. */
    View leave(List<Listed> cases) {
        List<Section> rows = entries(cases).stream()
                .flatMap(e -> e.part().owed().stream()
                        .filter(owed -> !owed.isPersonal())
                        .findFirst()
                        .map(owed -> toCover(e, owed))
                        .stream())
                .toList();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Text(wording.words(rows.isEmpty() ? "L-1h.nothing" : "L-1h.body", facts)));
        sections.addAll(rows);
        List<Action> actions = List.of(
                scene.buttons().global(Verb.CASES, "action.cases", Style.NORMAL, facts),
                scene.buttons().global(Verb.HELP, "action.help", Style.NORMAL, facts));
        return new View("L-1h", wording.say("L-1h.title"), wording.say("notice.list"), sections, List.of(), actions);
    }

    private Section toCover(Entry entry, Obligation owed) {
        Case theCase = entry.file().theCase();
        Map<String, Object> of = new LinkedHashMap<>(Facts.of(entry.scene(), theCase));
        of.putAll(OwedWords.cover(entry.scene(), theCase, owed));
        String planned = theCase.plannedCover(owed.holder())
                .map(plan -> wording.say(plan.agreed() ? "L-1h.agreed" : "L-1h.asked", of))
                .orElseGet(
                        () -> new OwedWords(entry.scene(), theCase).line(owed).text());
        return new Section.Row(
                theCase.reference().value(),
                planned,
                scene.buttons()
                        .onCase(
                                Verb.BEGIN,
                                theCase.id(),
                                Moves.task("leave", owed.id().value(), ""),
                                entry.file().version(),
                                "L-1.action.begin",
                                Style.NORMAL,
                                of));
    }

    private static List<Entry> entries(List<Listed> cases) {
        return cases.stream()
                .flatMap(listed -> Part.in(listed.file().theCase(), listed.scene())
                        .map(part -> new Entry(listed.file(), listed.scene(), part))
                        .stream())
                .toList();
    }

    /** Whoever works in the partnership's own office sees that its procedure should have been looked at. */
    private Optional<Section> missedReview() {
        boolean inTheOffice = scene.directory().postsHeldBy(scene.person().id(), scene.today()).stream()
                .anyMatch(post -> scene.agency(post.agency()).kind() == Agency.Kind.PARTNERSHIP_OFFICE);
        return scene.protocol()
                .source()
                .missedReview(scene.today())
                .filter(due -> inTheOffice)
                .map(due -> new Section.Text(wording.words(
                        "H.review-due", Map.of("month", scene.moments().month(due)))));
    }

    private record Entry(CaseFile file, Scene scene, Part part) {

        Optional<Obligation> nextOwed() {
            return part.nextOwed(file.theCase());
        }
    }

    private List<Section> needsYou(List<Entry> entries) {
        return entries.stream()
                .filter(e -> e.nextOwed().isPresent())
                .sorted(Comparator.comparing(
                        e -> e.nextOwed().flatMap(o -> o.deadline().remindBy()).orElse(Instant.MAX)))
                .map(e -> row(
                        e,
                        new OwedWords(e.scene(), e.file().theCase())
                                .line(e.nextOwed().orElseThrow())
                                .text()))
                .toList();
    }

    private List<Section> waiting(List<Entry> entries) {
        return entries.stream()
                .filter(e -> e.nextOwed().isEmpty() && e.file().theCase().status() != Case.Status.CLOSED)
                .map(e -> row(e, waitingFor(e)))
                .toList();
    }

    private String waitingFor(Entry entry) {
        Case theCase = entry.file().theCase();
        return theCase.open().stream()
                .filter(o -> !theCase.isWaiting(o)
                        && entry.scene().mayKnowOf(o)
                        && entry.part().mayKnowOf(theCase, o))
                .min(Comparator.comparing(o -> o.deadline().remindBy().orElse(Instant.MAX)))
                .map(o -> new OwedWords(entry.scene(), theCase).line(o).text())
                .orElseGet(() -> wording.say("H.nothing"));
    }

    private List<Section> closed(List<Entry> entries) {
        return entries.stream()
                .filter(e -> e.nextOwed().isEmpty() && e.file().theCase().status() == Case.Status.CLOSED)
                .filter(e -> e.file()
                        .theCase()
                        .closedAt()
                        .filter(at -> at.isAfter(scene.now().minus(LATELY)))
                        .isPresent())
                .map(e -> row(e, wording.say("H.is-closed")))
                .toList();
    }

    private Section row(Entry entry, String line) {
        Case theCase = entry.file().theCase();
        Map<String, Object> of = new LinkedHashMap<>(Facts.of(entry.scene(), theCase));
        String key = theCase.current().isPresent() ? "H.case" : "H.case-ended";
        String role = wording.say(entry.part().raiser() ? "H.role.raiser" : "H.role.part");
        of.put("role", role);
        Verb verb =
                entry.part().reads() != Part.Reads.NOTHING && entry.nextOwed().isPresent() ? Verb.READ : Verb.SHOW_CASE;
        return new Section.Row(
                wording.say(key, of),
                line,
                scene.buttons()
                        .onCase(verb, theCase.id(), "", entry.file().version(), "H.action.open", Style.NORMAL, of));
    }

    private Section row(Draft draft) {
        Map<String, Object> of = new LinkedHashMap<>(facts);
        of.put("at", scene.moments().at(draft.conversation().touched()));
        return new Section.Row(
                wording.say("H.draft", of),
                wording.say("H.draft.saved", of),
                scene.buttons()
                        .inConversation(
                                Verb.RESUME,
                                draft.conversation(),
                                "",
                                draft.version(),
                                "H.action.carry-on",
                                Style.NORMAL,
                                of));
    }

    private void group(List<Section> sections, String key, List<Section> rows) {
        if (!rows.isEmpty()) {
            sections.add(new Section.Heading(wording.say(key)));
            sections.addAll(rows);
        }
    }
}
