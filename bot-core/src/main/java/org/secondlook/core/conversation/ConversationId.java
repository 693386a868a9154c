package org.secondlook.core.conversation;

/** Names one person's progress through one task. */
public record ConversationId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
