package org.secondlook.core.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.Obligation;
import org.secondlook.core.casework.ObligationId;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Button.Verb;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Action.Style;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.View;
import org.secondlook.core.message.Wording;
import org.secondlook.core.outbox.Gap;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.reminder.NudgePlan;

/**
 * Draws the messages that people receive: a notice that may stand on a lock screen, a reference, a date and buttons.
 * Never anybody's words (security.md T17).
 */
public final class Messages {

    /** The messages by which somebody is first asked; they can say that they have seen them. */
    private static final Set<String> ASKING = Set.of("M-1", "V-1", "E-3");

    /** How long somebody waits at most to hear whether a delayed message got through. */
    private static final Duration PROMISE = Duration.ofMinutes(15);

    private final Scene scene;
    private final Wording wording;
    private final boolean channel;

    /**
     * @param scene as the recipient sees it
     * @param channel whether it stands where a whole team sees it
     */
    public Messages(Scene scene, boolean channel) {
        this.scene = scene;
        this.wording = scene.wording();
        this.channel = channel;
    }

    /** Whether a person may learn of a case at all, asked anew when a message to them goes out. */
    public static boolean mayReceive(CaseFile file, Scene scene) {
        return Part.in(file.theCase(), scene).isPresent();
    }

    /** A message about a case. */
    public View about(CaseFile file, String id, Optional<ObligationId> about) {
        Case theCase = file.theCase();
        Map<String, Object> facts = new LinkedHashMap<>(Facts.of(scene, theCase));
        Optional<Obligation> owed = about.flatMap(theCase::open);
        owed.ifPresent(o -> facts.putAll(asked(theCase, o)));
        theCase.deliveries()
                .undelivered(about)
                .ifPresent(to -> facts.put("undelivered", scene.people().named(to)));
        List<Section> sections = new ArrayList<>();
        sections.add(notice(id));
        if (!theCase.marks().isEmpty() && wording.has(id + ".notice-text")) {
            sections.add(new Section.Text(wording.words(id + ".notice-text", facts)));
        }
        sections.add(new Section.Text(wording.words(OwnWords.key(scene, theCase, id, ".body"), facts)));
        if (ASKING.contains(id)) {
            seen(theCase).ifPresent(sections::add);
        }
        return new View(id, title(id, facts), noticeText(id), sections, List.of(), actions(file, id, owed, facts));
    }

    /** Who is asked, how to reach them, and by when. */
    private Map<String, Object> asked(Case theCase, Obligation owed) {
        People people = scene.people();
        PostId lead = people.lead(owed.agency());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("due", new OwedWords(scene, theCase).due(owed));
        facts.put("post", scene.directory().post(owed.holder()).title());
        facts.put("holder", people.acting(owed.holder()));
        facts.put("holderPhone", people.phone(owed.holder()));
        facts.put("holderAgency", people.agencyName(owed.agency()));
        facts.put("holderLead", people.acting(lead));
        facts.put("holderLeadPhone", people.phone(lead));
        facts.put("leadIsHolder", people.actingPerson(lead).equals(people.actingPerson(owed.holder())) ? "yes" : "no");
        facts.put("platform", people.platform(owed.holder()));
        facts.put("savedAt", scene.moments().at(owed.since().orElseGet(scene::now)));
        facts.put("passed", isPassedOn(theCase, owed) ? "yes" : "no");
        facts.put("tellBy", scene.moments().at(scene.now().plus(PROMISE)));
        facts.putAll(OwedWords.cover(scene, theCase, owed));
        return facts;
    }

    private static boolean isPassedOn(Case theCase, Obligation owed) {
        return theCase.deliveries()
                .undelivered(Optional.of(owed.id()))
                .filter(to -> !to.equals(new Telling.To.ThePost(owed.holder())))
                .isPresent();
    }

    /**
     * A message about a person who raises something, before there is a case: somebody needs to speak to them now.
     *
     * @param alert the turn that gave the alert
     */
    public View alert(String id, PersonId about, TurnId alert) {
        Map<String, Object> facts = new LinkedHashMap<>(Facts.of(scene));
        facts.put("who", scene.people().name(about));
        facts.put(
                "phone",
                scene.directory().person(about).flatMap(p -> p.phone()).orElseGet(() -> wording.say("phone.unknown")));
        List<Action> actions = new ArrayList<>();
        if (wording.has(id + ".action.ringing")) {
            actions.add(alertButton(Verb.RINGING, about, alert, id + ".action.ringing", Style.PRIMARY, facts));
        }
        if (wording.has(id + ".action.cannot")) {
            actions.add(alertButton(Verb.CANNOT_RING, about, alert, id + ".action.cannot", Style.NORMAL, facts));
        }
        List<Section> sections = List.of(notice(id), new Section.Text(wording.words(id + ".body", facts)));
        return new View(id, title(id, facts), noticeText(id), sections, List.of(), actions);
    }

    /** what the person sent may not have arrived. */
    public View gap(Gap gap) {
        Map<String, Object> facts = new LinkedHashMap<>(Facts.of(scene));
        facts.put("from", scene.moments().absolute(gap.from()));
        facts.put("to", scene.moments().absolute(gap.to()));
        List<Section> sections = List.of(notice("X-3"), new Section.Text(wording.words("X-3.body", facts)));
        Action cases = scene.buttons().global(Verb.CASES, "action.cases", Style.PRIMARY, facts);
        return new View("X-3", title("X-3", facts), noticeText("X-3"), sections, List.of(), List.of(cases));
    }

    private List<Action> actions(CaseFile file, String id, Optional<Obligation> owed, Map<String, Object> facts) {
        Case theCase = file.theCase();
        List<Action> actions = new ArrayList<>();
        switch (id) {
            case "M-1", "V-1", "F-1", "E-3" -> {
                actions.add(button(file, Verb.READ, "", "action.read", Style.PRIMARY, facts));
                if (owed.isPresent() && theCase.seenBy(scene.person().id()).isEmpty()) {
                    actions.add(
                            button(file, Verb.SEEN, id + " " + owed.get().id(), "action.seen", Style.NORMAL, facts));
                }
                owed.filter(o -> o.does() == Does.REVIEW || o.does() == Does.RESPOND)
                        .ifPresent(o -> actions.add(button(
                                file, Verb.BEGIN, "pass-on " + o.id(), "V-10.action.not-me", Style.NORMAL, facts)));
                if (!id.equals("M-1") && isContested(theCase) && !isPartnership(owed)) {
                    actions.add(button(file, Verb.MEET, "counterpart", "V-11.action.meet", Style.NORMAL, facts));
                }
            }
            case "E-1" -> {
                actions.add(button(file, Verb.READ, "", "action.open", Style.PRIMARY, facts));
                manager(theCase)
                        .ifPresent(own -> actions.add(button(
                                file, Verb.BEGIN, "resolve " + own.id(), "Z-1.action.agreed", Style.NORMAL, facts)));
                actions.add(button(file, Verb.MEET, "counterpart", "V-11.action.meet", Style.NORMAL, facts));
                manager(theCase)
                        .filter(own -> own.does() == Does.SETTLE && own.side() == Side.RAISING)
                        .filter(own -> facts.containsKey("nextStage"))
                        .ifPresent(own -> actions.add(button(
                                file, Verb.BEGIN, "move-up " + own.id(), "E-1.action.move-up", Style.NORMAL, facts)));
            }
            case "N-2", "N-3", "N-4", "N-4h", "N-5n", "N-6" -> {
                actions.add(button(file, Verb.READ, "", "action.open", Style.PRIMARY, facts));
                if (isContested(theCase)) {
                    actions.add(button(file, Verb.MEET, "counterpart", "V-11.action.meet", Style.NORMAL, facts));
                }
                owed.filter(this::canWait)
                        .ifPresent(o -> actions.add(button(
                                file, Verb.REMIND_LATER, o.id().value(), "N-5.action.later", Style.NORMAL, facts)));
            }
            case "N-7" -> {
                actions.add(button(file, Verb.READ, "", "action.open", Style.PRIMARY, facts));
                actions.add(button(file, Verb.MEET, "counterpart", "V-11.action.meet", Style.NORMAL, facts));
            }
            case "T-2",
                    "V-14",
                    "Z-3",
                    "Z-3n",
                    "Z-9r",
                    "E-2",
                    "E-2a",
                    "Z-4",
                    "M-3",
                    "M-7",
                    "M-7r",
                    "Q-2",
                    "Q-2l",
                    "Q-3",
                    "Q-4",
                    "D-12q",
                    "D-12n",
                    "D-12y",
                    "Y-2",
                    "Y-3",
                    "G-3n",
                    "G-4n",
                    "L-2c",
                    "P-18n" -> actions.add(button(file, Verb.READ, "", "action.read", Style.PRIMARY, facts));
            case "G-5" -> {
                actions.add(button(file, Verb.READ, "", "G-5.action.copy", Style.PRIMARY, facts));
                owed.ifPresent(o ->
                        actions.add(button(file, Verb.DONE, o.id().value(), "G-5.action.filed", Style.NORMAL, facts)));
            }
            case "Z-9" ->
                owed.ifPresent(o -> actions.add(
                        button(file, Verb.BEGIN, "closing " + o.id(), "Z-9.action.answer", Style.PRIMARY, facts)));
            case "L-5" ->
                owed.ifPresent(o -> {
                    String toMe = o.id() + " " + scene.people().lead(o.agency());
                    actions.add(button(file, Verb.GIVE_COVER, toMe, "L-5.action.take", Style.PRIMARY, facts));
                    actions.add(
                            button(file, Verb.BEGIN, "give-cover " + o.id(), "L-5.action.give", Style.NORMAL, facts));
                    actions.add(button(file, Verb.SHOW_CASE, "", "action.see-case", Style.NORMAL, facts));
                });
            case "L-2" ->
                owed.ifPresent(o -> {
                    actions.add(button(file, Verb.WILL_COVER, o.id().value(), "L-2.action.yes", Style.PRIMARY, facts));
                    actions.add(button(file, Verb.CANNOT_COVER, o.id().value(), "L-2.action.no", Style.NORMAL, facts));
                });
            case "L-3" ->
                owed.ifPresent(o -> {
                    actions.add(button(file, Verb.BEGIN, "leave " + o.id(), "L-3.action.other", Style.PRIMARY, facts));
                    actions.add(button(file, Verb.SHOW_CASE, "", "action.see-case", Style.NORMAL, facts));
                });
            case "L-6" ->
                owed.ifPresent(o -> {
                    theCase.coveredFor(o.id())
                            .ifPresent(own -> actions.add(button(
                                    file,
                                    Verb.GIVE_COVER,
                                    o.id() + " " + own,
                                    "L-6.action.back",
                                    Style.PRIMARY,
                                    facts)));
                    actions.add(button(file, Verb.SHOW_CASE, "", "L-6.action.leave", Style.NORMAL, facts));
                });
            case "N-8" ->
                owed.ifPresent(o -> actions.add(
                        button(file, Verb.OFFER_COVER, o.id().value(), "V-9.action.offer", Style.PRIMARY, facts)));
            case "V-9a" ->
                owed.flatMap(o -> theCase.coverOffer(o.id())).ifPresent(offer -> {
                    String toThem = owed.get().id() + " " + offer.by();
                    actions.add(button(file, Verb.GIVE_COVER, toThem, "V-9a.action.yes", Style.PRIMARY, facts));
                    actions.add(button(
                            file, Verb.DECLINE_COVER, owed.get().id().value(), "V-9a.action.no", Style.NORMAL, facts));
                });
            case "E-2b", "V-9n", "Z-10n", "X-1o", "X-2o" -> {}
            default -> {
                if (mayReceive(file, scene)) {
                    actions.add(button(file, Verb.SHOW_CASE, "", "action.see-case", Style.PRIMARY, facts));
                }
            }
        }
        return actions;
    }

    /** Whether people of both sides are in it, who can meet or call each other. */
    private static boolean isContested(Case theCase) {
        return theCase.isAcross()
                && theCase.counterparts().stream()
                                .map(Obligation::side)
                                .distinct()
                                .count()
                        > 1;
    }

    private static boolean isPartnership(Optional<Obligation> owed) {
        return owed.filter(o -> o.side() == Side.OWN).isPresent();
    }

    private Optional<Obligation> manager(Case theCase) {
        return theCase.managers().stream()
                .filter(m -> scene.people()
                        .actingPerson(m.holder())
                        .filter(p -> p.id().equals(scene.person().id()))
                        .isPresent())
                .findFirst();
    }

    private Optional<Section> seen(Case theCase) {
        return theCase.seenBy(scene.person().id())
                .map(at -> new Section.Text(wording.words(
                        "message.seen", Map.of("at", scene.moments().at(at)))));
    }

    private Action button(
            CaseFile file, Verb verb, String argument, String key, Style style, Map<String, Object> facts) {
        Buttons buttons = channel ? scene.buttons().forAnybody() : scene.buttons();
        return buttons.onCase(verb, file.theCase().id(), argument, file.version(), key, style, facts);
    }

    /** Whether there is a time before the last working day at which the person could be reminded again. */
    private boolean canWait(Obligation owed) {
        NudgePlan plan = new NudgePlan(scene.deadlines().calendar());
        return owed.deadline()
                .remindBy()
                .filter(due -> !plan.again(scene.now(), due).isEmpty())
                .isPresent();
    }

    private Action alertButton(
            Verb verb, PersonId about, TurnId alert, String key, Style style, Map<String, Object> facts) {
        return scene.buttons().ofAlert(verb, about, alert, key, style, facts);
    }

    private Section notice(String id) {
        return new Section.Heading(noticeText(id));
    }

    /** One of the eight texts that may stand on a lock screen (design.md decision 26). */
    private String noticeText(String id) {
        return wording.say("notice." + wording.say(id + ".notice"));
    }

    private String title(String id, Map<String, Object> facts) {
        return wording.has(id + ".title") ? wording.words(id + ".title", facts).text() : wording.say("message.title");
    }
}
