package org.secondlook.core.conversation;

import java.util.List;

/** Says what may be chosen in answer to a question, at a moment and by a person. */
@FunctionalInterface
interface Choices {

    List<Choice> of(Question question, Conversation conversation);
}
