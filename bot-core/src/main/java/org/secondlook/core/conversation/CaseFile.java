package org.secondlook.core.conversation;

import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.History;
import org.secondlook.core.casework.Stamp;

/** A case together with the words in its history. */
public record CaseFile(History history, Case theCase) {

    public static CaseFile of(History history) {
        return new CaseFile(history, history.replay());
    }

    public int version() {
        return history.version();
    }

    /** Whether others may see what happened then: not while its sender can still take it back. */
    boolean isReleased(Stamp stamp, Scene scene) {
        return !theCase.released(stamp).isAfter(scene.now())
                || stamp.by().is(scene.person().id());
    }
}
