package org.secondlook.core.conversation;

import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.StageVisit;

/** The texts of a special procedure: what is said differently there stands under {@code <message>.<track>}. */
final class OwnWords {

    private OwnWords() {}

    /** The key of a part of a message for the track on which a case is, or the usual one where that has no own words. */
    static String key(Scene scene, Case theCase, String message, String part) {
        String track = theCase.last()
                .map(StageVisit::track)
                .map(id -> id.value())
                .orElseGet(() -> theCase.visits().isEmpty() ? "policy" : "");
        String own = message + "." + track + part;
        return scene.wording().has(own) ? own : message + part;
    }
}
