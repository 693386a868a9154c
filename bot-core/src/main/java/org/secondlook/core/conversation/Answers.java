package org.secondlook.core.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.secondlook.core.casework.OwnNotes;
import org.secondlook.core.casework.Statement;
import org.secondlook.core.message.PrivateNote;
import org.secondlook.core.message.SharedText;

/**
 * The answers of a conversation as they go into a case. Here, and nowhere else, it is decided which words the other
 * agency may see: as the question says.
 */
final class Answers {

    private final Flow flow;
    private final Conversation conversation;

    Answers(Flow flow, Conversation conversation) {
        this.flow = flow;
        this.conversation = conversation;
    }

    Statement shared() {
        Map<String, SharedText> words = new LinkedHashMap<>();
        given(true, true).forEach(key -> words.put(key, new SharedText(text(key))));
        return new Statement(choices(true), words);
    }

    OwnNotes own() {
        Map<String, PrivateNote> words = new LinkedHashMap<>();
        given(false, true).forEach(key -> words.put(key, new PrivateNote(text(key))));
        return new OwnNotes(choices(false), words);
    }

    private Map<String, List<String>> choices(boolean shared) {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        given(shared, false).forEach(key -> choices.put(key, conversation.answer(key)));
        return choices;
    }

    private Stream<String> given(boolean shared, boolean words) {
        return flow.path().stream()
                .flatMap(screen -> flow.asked(screen).stream())
                .filter(question -> question.shared() == shared && question.isWords() == words)
                .flatMap(question -> conversation.rounds(question.id()))
                .filter(key -> !conversation.answer(key).isEmpty());
    }

    private String text(String key) {
        return conversation.one(key).orElseThrow();
    }
}
