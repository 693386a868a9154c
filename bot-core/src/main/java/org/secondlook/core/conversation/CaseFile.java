package org.secondlook.core.conversation;

import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.History;

/** A case together with the words in its history. */
public record CaseFile(History history, Case theCase) {

    public static CaseFile of(History history) {
        return new CaseFile(history, history.replay());
    }

    public int version() {
        return history.version();
    }
}
