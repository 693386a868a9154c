package org.secondlook.core.conversation;

import java.util.Optional;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.ObligationId;

/**
 * What a conversation is for.
 *
 * @param theCase the case it is about; none while a case is being raised
 * @param obligation what sending it will discharge; none where it discharges nothing, such as asking for a meeting
 */
public record Task(String questionnaire, Optional<CaseId> theCase, Optional<ObligationId> obligation) {

    /** Raising a case. */
    public static final String RAISE = "raise";

    public static Task raise() {
        return new Task(RAISE, Optional.empty(), Optional.empty());
    }
}
