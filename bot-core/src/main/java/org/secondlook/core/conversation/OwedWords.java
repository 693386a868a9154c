package org.secondlook.core.conversation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.Obligation;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.message.Words;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.yaml.Spelling;

/** Says in one line who owes what by when. */
final class OwedWords {

    private final Scene scene;
    private final Case theCase;

    OwedWords(Scene scene, Case theCase) {
        this.scene = scene;
        this.theCase = theCase;
    }

    /** Who is away, until when, and who covers. */
    static Map<String, Object> cover(Scene scene, Case theCase, Obligation owed) {
        Map<String, Object> facts = new LinkedHashMap<>();
        PostId post = theCase.coveredFor(owed.id()).orElse(owed.holder());
        facts.put("covered", scene.people().holding(post));
        facts.put("back", theCase.coveredFor(owed.id()).isPresent() ? "no" : "yes");
        theCase.plannedCover(post).ifPresent(plan -> {
            facts.put("coverer", scene.people().withTitle(plan.by()));
            facts.put("from", scene.moments().day(plan.from()));
            facts.put("until", scene.moments().day(plan.until()));
        });
        theCase.coverOffer(owed.id())
                .ifPresent(offer -> facts.put("coverer", scene.people().withTitle(offer.by())));
        return facts;
    }

    /** "Priya Shah answers by 5pm on Friday 4 December." */
    Words line(Obligation obligation) {
        Map<String, Object> facts = new LinkedHashMap<>(Facts.of(scene, theCase));
        facts.put("holder", scene.people().acting(obligation.holder()));
        facts.put("due", due(obligation));
        return scene.wording().words(key(obligation), facts);
    }

    /** The same, and what became of the message that asks for it. */
    Words lineAndDelivery(Obligation obligation) {
        return delivery(obligation)
                .map(state -> scene.wording()
                        .words(
                                "owed.and-delivery",
                                Map.of("line", line(obligation).text(), "delivery", state)))
                .orElseGet(() -> line(obligation));
    }

    /** Sent, seen, or still waiting to be sent; nothing where nobody was sent anything. */
    private Optional<String> delivery(Obligation obligation) {
        Optional<Instant> delivered = theCase.deliveries().delivered(obligation.id());
        Optional<Instant> seen = scene.people()
                .actingPerson(obligation.holder())
                .flatMap(person -> theCase.seenBy(person.id()))
                .filter(at -> delivered.filter(sent -> !at.isBefore(sent)).isPresent());
        if (seen.isPresent()) {
            return Optional.of(
                    scene.wording().say("owed.seen", "at", scene.moments().at(seen.get())));
        }
        if (theCase.deliveries().isDelayed(obligation.id())) {
            return Optional.of(scene.wording().say("owed.delayed"));
        }
        return delivered.map(
                at -> scene.wording().say("owed.sent", "at", scene.moments().at(at)));
    }

    /** The partnership's own word for what is owed where the bundle has one, else that of the act. */
    private String key(Obligation obligation) {
        String own = obligation
                .stage()
                .map(stage ->
                        "owed.%s.%s".formatted(scene.protocol().trackOf(stage).id(), obligation.duty()))
                .orElse("");
        boolean together = obligation.does() == Does.TALK
                && obligation
                        .stage()
                        .map(scene.protocol()::stage)
                        .filter(stage -> stage.sides() == Stage.Sides.PARTNERSHIP)
                        .isPresent();
        if (scene.wording().has(own)) {
            return own;
        }
        return together ? "owed.talk-together" : "owed." + Spelling.of(obligation.does());
    }

    /** "by 5pm on Friday 4 December"; that the date has passed; or that it is not yet known. */
    String due(Obligation obligation) {
        if (theCase.isLate(obligation.id())) {
            return scene.wording().say("owed.late");
        }
        return obligation
                .deadline()
                .remindBy()
                .map(due -> scene.moments().by(due))
                .orElseGet(() -> scene.wording()
                        .say(obligation.isForAfterItsStage() ? "owed.after-stage" : "owed.not-yet-known"));
    }
}
