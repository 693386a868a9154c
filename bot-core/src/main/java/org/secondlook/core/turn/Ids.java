package org.secondlook.core.turn;

import org.secondlook.core.casework.CaseId;
import org.secondlook.core.conversation.ConversationId;

/** Makes names that were never used before. */
public interface Ids {

    CaseId newCase();

    ConversationId newConversation();
}
