package org.secondlook.core.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.Obligation;
import org.secondlook.core.casework.Questions;
import org.secondlook.core.casework.SuggestedDate;
import org.secondlook.core.conversation.Button.Verb;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Action.Style;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.yaml.Spelling;

/** What a person may do on a case, as buttons: it follows from what they owe and from nothing else. */
final class Moves {

    /** What is done beside the main thing, and stands after it. */
    private static final Set<Does> BESIDE = Set.of(Does.CONSULT, Does.FILE, Does.TOLD, Does.APPROVE, Does.WRITE);

    private final Scene scene;
    private final CaseFile file;
    private final Case theCase;
    private final Part part;
    private final Map<String, Object> facts;
    private final Map<String, Action> moves = new LinkedHashMap<>();

    Moves(Scene scene, CaseFile file, Part part) {
        this.scene = scene;
        this.file = file;
        this.theCase = file.theCase();
        this.part = part;
        this.facts = Facts.of(scene, theCase);
    }

    /** The buttons, the first thing to do first. */
    List<Action> all() {
        part.owedNow(theCase).filter(owed -> owed.does() == Does.REPLY).forEach(this::reply);
        part.owedNow(theCase).filter(owed -> !BESIDE.contains(owed.does())).forEach(this::forObligation);
        asManager();
        part.owedNow(theCase).filter(owed -> BESIDE.contains(owed.does())).forEach(this::forObligation);
        offers();
        takeBack();
        part.owedNow(theCase)
                .filter(owed -> owed.does() == Does.RESPOND)
                .forEach(owed -> begin("pass-on", owed, "V-10.action.not-me"));
        return new ArrayList<>(moves.values());
    }

    /** Whoever somebody else covers for takes it back whenever they are there (L-6). */
    private void takeBack() {
        for (Obligation owed : theCase.open()) {
            theCase.coveredFor(owed.id())
                    .filter(own -> scene.people()
                            .actingPerson(own)
                            .filter(scene.person()::equals)
                            .isPresent())
                    .ifPresent(own -> press(Verb.GIVE_COVER, owed.id() + " " + own, "L-6.action.back"));
        }
    }

    private void forObligation(Obligation owed) {
        switch (owed.does()) {
            case REVIEW -> review(owed);
            case REPLY -> {} // stands before everything else
            case AGREE_DATE -> date(owed);
            case RESPOND -> respond(owed);
            case SETTLE -> {}
            case TALK -> {
                if (!isManager()) {
                    talk(owed);
                }
            }
            case CONSULT -> begin("consult", owed, "G-2.action.record");
            case CONFIRM -> confirm(owed);
            case ANSWER -> begin("closing", owed, "Z-9.action.answer");
            case CHOOSE -> choose(owed);
            case DECIDE -> decide(owed);
            case CHECK -> check(owed);
            case HOLD -> hold(owed);
            case AGREE -> {
                boolean tookPlace = owed.asksWhetherItTookPlace();
                press(Verb.YES, owed.id().value(), tookPlace ? "D-12.action.yes" : "Y-2.action.yes");
                press(Verb.NO, owed.id().value(), tookPlace ? "D-12.action.no" : "Y-2.action.no");
            }
            case WRITE -> {
                if (theCase.open(Does.REVIEW).isEmpty()) {
                    press(Verb.DONE, owed.id().value(), label("write", owed));
                }
            }
            case FILE, TOLD, ACT -> press(Verb.DONE, owed.id().value(), label(Spelling.of(owed.does()), owed));
            case APPROVE -> {
                press(Verb.DONE, owed.id().value(), "G-4.action.approve");
                begin("talk", owed, "G-4.action.own");
            }
        }
    }

    private void review(Obligation owed) {
        begin("forward", owed, "M-2.action.forward");
        if (part.raiser()) {
            press(Verb.YES, owed.id().value(), "M-3.action.content");
        } else {
            ask(owed);
            press(Verb.MEET, "raiser", "M-2.action.talk");
            begin("pass-on", owed, "V-10.action.not-me");
            begin("decline", owed, theCase.declined().isEmpty() ? "M-2.action.decline" : "M-7.action.agree");
        }
    }

    /** What a duty is called on its button: the partnership's own word where there is one, else that of its act. */
    private String label(String act, Obligation owed) {
        String own = "%s.%s.action.done".formatted(trackOf(owed), owed.duty());
        return scene.wording().has(own) ? own : "duty.%s.action.done".formatted(act);
    }

    private String trackOf(Obligation owed) {
        return owed.stage()
                .map(stage -> scene.protocol().trackOf(stage).id().value())
                .orElse("flag");
    }

    private boolean isPacks(Obligation owed) {
        return scene.protocol().duty(owed.stage(), owed.duty()).isPresent();
    }

    private void talk(Obligation owed) {
        if (theCase.isAcross() && !Missing.waitsForTheirWord(theCase, owed, scene)) {
            begin("talk", owed, "G-4.action.record");
        }
    }

    private void choose(Obligation owed) {
        boolean packs = scene.protocol()
                .duty(owed.stage(), owed.duty())
                .filter(duty -> !duty.outcomes().isEmpty())
                .isPresent();
        if (packs) {
            begin("choose", owed, "D-15.action.choose");
        } else if (owed.asksWhetherToGoFurther()) {
            press(Verb.ASK_LEAD, owed.id().value(), "M-3.action.lead");
            press(Verb.YES, owed.id().value(), "M-3.action.content");
            press(Verb.MEET, "manager", "M-3.action.talk");
        } else if (owed.asksWhetherSatisfied()) {
            press(Verb.NO, owed.id().value(), "E-2a.action.no");
            press(Verb.YES, owed.id().value(), "E-2a.action.yes");
        } else {
            begin("move-up", owed, "E-1.action.move-up");
        }
    }

    private void decide(Obligation owed) {
        boolean partnership = owed.stage()
                .map(scene.protocol()::stage)
                .map(stage -> stage.sides() == Stage.Sides.PARTNERSHIP
                        || stage.level().isPresent())
                .orElse(true);
        String reply = OwnWords.key(scene, theCase, "D-16", ".action.reply");
        begin(partnership ? "decide" : "reply", owed, partnership ? "J-5.action.decide" : reply);
    }

    /**
     * A meeting of the procedure is booked and then held; one that somebody asked for is held and its record written, but
     * of a confidential one there is no record.
     */
    private void hold(Obligation owed) {
        if (isPacks(owed)) {
            begin("held", owed, "D-14.action.held");
            begin("book", owed, "D-14.action.book");
        } else if (scene.protocol().isConfidential(owed.duty())) {
            press(Verb.DONE, owed.id().value(), "Z-8.action.done");
        } else {
            begin("meeting", owed, "Y-1.action.held");
        }
    }

    /** The meetings that the procedure offers where the case stands; nothing is owed until somebody asks. */
    private void offers() {
        if ((!part.raiser() && !isManager()) || !theCase.isAcross()) {
            return;
        }
        theCase.current()
                .ifPresent(visit -> scene.protocol().offers().stream()
                        .filter(offer -> offer.at().contains(visit.stage()))
                        .filter(offer -> theCase.open().stream()
                                .noneMatch(o -> o.duty().value().equals(offer.id()) || o.does() == Does.AGREE))
                        .forEach(offer -> {
                            Map<String, Object> named = new LinkedHashMap<>(facts);
                            named.put("meeting", offer.title());
                            add(Verb.BEGIN, task("ask-meeting", "", offer.id()), "Y-1.action.ask", named);
                        }));
    }

    private void respond(Obligation owed) {
        begin("respond", owed, "change", "V-2.action.change");
        begin("respond", owed, "another-way", "V-2.action.another-way");
        begin("respond", owed, "decision-stands", "V-2.action.decision-stands");
        ask(owed);
        if (theCase.open(Does.AGREE_DATE).stream().noneMatch(o -> o.agency().equals(owed.agency()))
                && theCase.suggestedDate().isEmpty()) {
            begin("date", owed, "V-2.action.more-time");
        }
    }

    /** A question to each of those who may know: it does not stop the clock. */
    private void ask(Obligation owed) {
        for (PostId post : Questions.mayAsk(theCase, owed)) {
            Map<String, Object> named = new LinkedHashMap<>(facts);
            named.put("asked", scene.people().acting(post));
            Action action = scene.buttons()
                    .onCase(
                            Verb.BEGIN,
                            theCase.id(),
                            task("ask", owed.id().value(), post.value()),
                            file.version(),
                            "Q-1.action.ask",
                            Style.NORMAL,
                            named);
            moves.putIfAbsent("Q-1.action.ask " + post, action);
        }
    }

    private void reply(Obligation owed) {
        boolean answeredWithin = theCase.questions().stream()
                .anyMatch(q -> q.asking().equals(owed.id()) && q.answer().isPresent());
        if (answeredWithin) {
            begin("answer", owed, CaseDesk.AS_IT_IS, "Q-3.action.send-on");
            begin("answer", owed, "changed", "Q-3.action.change");
        } else {
            begin("answer", owed, "Q-2.action.answer");
        }
        if (Questions.canPassOn(theCase, owed)) {
            press(Verb.PASS_QUESTION_ON, owed.id().value(), "Q-2.action.pass-on");
        }
    }

    private void date(Obligation owed) {
        Optional<SuggestedDate> suggested = theCase.suggestedDate().filter(s -> !s.by().equals(owed.agency()));
        Optional<Instant> limit = theCase.current().flatMap(v -> v.limit().remindBy());
        if (suggested.isPresent()) {
            dated(Verb.AGREE_DATE, owed, suggested.get().date(), "T-2.action.agree");
            limit.ifPresent(date -> dated(Verb.KEEP_DATE, owed, date, "T-2.action.keep"));
        } else {
            limit.ifPresent(date -> dated(Verb.AGREE_DATE, owed, date, "T-1.action.agree"));
            begin("date", owed, "T-1.action.suggest");
        }
    }

    private void confirm(Obligation owed) {
        theCase.proposal().ifPresent(proposal -> {
            press(Verb.CONFIRM, owed.id() + " " + proposal.number(), "Z-3.action.yes");
            begin("resolve", owed, "again", "Z-3.action.change");
            begin("refuse", owed, "Z-3.action.no");
        });
    }

    private void check(Obligation owed) {
        boolean items = scene.protocol()
                .duty(owed.stage(), owed.duty())
                .filter(duty -> !duty.items().isEmpty())
                .isPresent();
        if (items) {
            boolean read = owed.stage().isPresent();
            begin(read ? "read" : "check", owed, read ? "D-12.action.read" : "I-5.action.record");
        } else if (owed.stage().isEmpty() && theCase.closingWith().isPresent()) {
            press(Verb.DONE, owed.id().value(), "Z-9.action.safe");
            if (part.side() == Side.RAISING && goesOn()) {
                begin("move-up", owed, "E-1.action.move-up");
            }
        } else {
            press(Verb.DONE, owed.id().value(), "I-1b.action.told");
        }
    }

    /** What the managers of both sides may do at any moment of a stage: agree, talk, and on the raising side move up. */
    private void asManager() {
        if (isManager() && theCase.isAcross()) {
            if (theCase.open(Does.CONFIRM).isEmpty()) {
                managing().ifPresent(own -> begin("resolve", own, "Z-1.action.agreed"));
            }
            part.owed().stream().filter(o -> o.does() == Does.SETTLE).forEach(this::ask);
            press(Verb.MEET, "counterpart", "V-11.action.meet");
            part.owed().stream().filter(o -> o.does() == Does.TALK).forEach(this::talk);
            if (goesOn()) {
                part.owed().stream()
                        .filter(o -> o.does() == Does.SETTLE)
                        .findFirst()
                        .ifPresent(settle -> begin("move-up", settle, "E-1.action.move-up"));
            }
        }
    }

    /** Whether there is a stage after this one that somebody can take the case to. */
    private boolean goesOn() {
        return facts.containsKey("nextStage");
    }

    private boolean isManager() {
        return managing().isPresent() && theCase.current().isPresent();
    }

    private Optional<Obligation> managing() {
        return theCase.managers().stream()
                .filter(m -> m.side() == part.side())
                .filter(m -> scene.people()
                        .actingPerson(m.holder())
                        .filter(p -> p.id().equals(scene.person().id()))
                        .isPresent())
                .findFirst();
    }

    private void dated(Verb verb, Obligation owed, Instant date, String key) {
        Map<String, Object> arguments = new LinkedHashMap<>(facts);
        arguments.put("date", scene.moments().on(date));
        add(verb, owed.id() + " " + date.toEpochMilli(), key, arguments);
    }

    private void begin(String questionnaire, Obligation owed, String key) {
        begin(questionnaire, owed, "", key);
    }

    private void begin(String questionnaire, Obligation owed, String preset, String key) {
        add(Verb.BEGIN, task(questionnaire, owed.id().value(), preset), key, facts);
    }

    /** What a button that begins a task says of it: what it discharges, if anything, and what is chosen already. */
    static String task(String questionnaire, String obligation, String preset) {
        return String.join(" ", questionnaire, obligation, preset).strip();
    }

    private void press(Verb verb, String argument, String key) {
        add(verb, argument, key, facts);
    }

    private void add(Verb verb, String argument, String key, Map<String, ?> arguments) {
        Style style = moves.isEmpty() ? Style.PRIMARY : Style.NORMAL;
        moves.computeIfAbsent(
                key, k -> scene.buttons().onCase(verb, theCase.id(), argument, file.version(), key, style, arguments));
    }
}
