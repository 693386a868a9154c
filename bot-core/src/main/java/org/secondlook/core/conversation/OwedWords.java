package org.secondlook.core.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.Obligation;
import org.secondlook.core.message.Words;
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
        return scene.wording().words("owed." + Spelling.of(obligation.does()), facts);
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
                .orElseGet(() -> scene.wording().say("owed.not-yet-known"));
    }
}
