package org.secondlook.core.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.Obligation;
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

    /** "Priya Shah answers by 5pm on Friday 4 December." */
    Words line(Obligation obligation) {
        Map<String, Object> facts = new LinkedHashMap<>(Facts.of(scene, theCase));
        facts.put("holder", scene.people().acting(obligation.holder()));
        facts.put("due", due(obligation));
        return scene.wording().words(key(obligation), facts);
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
