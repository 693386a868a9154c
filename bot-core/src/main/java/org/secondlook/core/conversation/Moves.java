package org.secondlook.core.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.Obligation;
import org.secondlook.core.casework.SuggestedDate;
import org.secondlook.core.conversation.Button.Verb;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Action.Style;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.TrackId;

/** What a person may do on a case, as buttons: it follows from what they owe and from nothing else. */
final class Moves {

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
        for (Obligation owed : part.owed()) {
            forObligation(owed);
        }
        if (!part.owed().isEmpty() || isManager()) {
            asManager();
        }
        return new ArrayList<>(moves.values());
    }

    private void forObligation(Obligation owed) {
        switch (owed.does()) {
            case REVIEW -> {
                begin("forward", owed, "M-2.action.forward");
                press(Verb.MEET, "raiser", "M-2.action.talk");
            }
            case AGREE_DATE -> date(owed);
            case RESPOND -> respond(owed);
            case SETTLE, TALK -> {}
            case CONFIRM -> confirm(owed);
            case ANSWER -> begin("closing", owed, "Z-9.action.answer");
            case CHOOSE -> begin("move-up", owed, moveUpKey());
            case DECIDE -> begin("decide", owed, "J-5.action.decide");
            case CHECK -> check(owed);
            case FILE -> press(Verb.DONE, owed.id().value(), "Z-4.action.filed");
            case CONSULT, WRITE, TOLD, APPROVE, HOLD, ACT ->
                press(Verb.DONE, owed.id().value(), "duty.action.done");
        }
    }

    private void respond(Obligation owed) {
        begin("respond", owed, "change", "V-2.action.change");
        begin("respond", owed, "another-way", "V-2.action.another-way");
        begin("respond", owed, "decision-stands", "V-2.action.decision-stands");
        if (theCase.open(Does.AGREE_DATE).stream().noneMatch(o -> o.agency().equals(owed.agency()))
                && theCase.suggestedDate().isEmpty()) {
            begin("date", owed, "V-2.action.more-time");
        }
    }

    private void date(Obligation owed) {
        Optional<SuggestedDate> suggested = theCase.suggestedDate().filter(s -> !s.by().equals(owed.agency()));
        Optional<Instant> limit =
                theCase.current(TrackId.LADDER).flatMap(v -> v.limit().remindBy());
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
        if (owed.stage().isEmpty() && theCase.closingWith().isPresent()) {
            press(Verb.DONE, owed.id().value(), "Z-9.action.safe");
            if (part.side() == Side.RAISING) {
                begin("move-up", owed, moveUpKey());
            }
        } else {
            press(Verb.DONE, owed.id().value(), "I-1b.action.told");
        }
    }

    /** What the managers of both sides may do at any moment of a stage: agree, talk, and on the raising side move up. */
    private void asManager() {
        if (isManager() && theCase.takenForward().isPresent()) {
            if (theCase.open(Does.CONFIRM).isEmpty()) {
                managing().ifPresent(own -> begin("resolve", own, "Z-1.action.agreed"));
            }
            press(Verb.MEET, "counterpart", "V-11.action.meet");
            part.owed().stream()
                    .filter(o -> o.does() == Does.TALK)
                    .findFirst()
                    .ifPresent(talk -> begin("talk", talk, "G-4.action.record"));
            part.owed().stream()
                    .filter(o -> o.does() == Does.SETTLE)
                    .findFirst()
                    .ifPresent(settle -> begin("move-up", settle, moveUpKey()));
        }
    }

    private String moveUpKey() {
        return "E-1.action.move-up";
    }

    private boolean isManager() {
        return managing().isPresent() && theCase.current(TrackId.LADDER).isPresent();
    }

    private Optional<Obligation> managing() {
        return theCase.managers().stream()
                .filter(m -> m.agency().equals(part.agency()))
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
        add(
                Verb.BEGIN,
                String.join(" ", questionnaire, owed.id().value(), preset).strip(),
                key,
                facts);
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
