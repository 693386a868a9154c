package org.secondlook.core.turn;

import org.secondlook.core.casework.CaseId;
import org.secondlook.core.conversation.ConversationId;

/** Makes names that were never used before. */
public interface Ids {

    /** For a case that is about to be raised. */
    CaseId newCase();

    /** For a draft or an act that somebody begins. */
    ConversationId newConversation();
}
