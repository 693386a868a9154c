package org.secondlook.core.conversation;

import java.util.List;

/** Says what may be chosen in answer to a question, at a moment and by a person. */
@FunctionalInterface
interface Choices {

    List<Choice> of(Question question, Conversation conversation);

    /** Whether the case at hand has something on which questions depend, such as an answer that must be spoken to. */
    default boolean has(String what, Conversation conversation) {
        return false;
    }
}
