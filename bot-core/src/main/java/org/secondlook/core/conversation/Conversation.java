package org.secondlook.core.conversation;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.secondlook.core.directory.PersonId;

/**
 * One person's progress through a task: where they are and what they have answered so far, visible to nobody else. It
 * ends when it is sent or deleted.
 *
 * @param answers by question; those of the n-th round of a repeated screen stand under {@code id#n}
 * @param typed whether the person answers by typing, one question at a time
 */
public record Conversation(
        ConversationId id,
        PersonId person,
        Task task,
        Position position,
        Map<String, List<String>> answers,
        boolean typed,
        Instant begun,
        Instant touched) {

    public Conversation {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** The answer to a question; empty where there is none. */
    public List<String> answer(String question) {
        return answers.getOrDefault(question, List.of());
    }

    /** The only or first value of an answer. */
    public Optional<String> one(String question) {
        return answer(question).stream().findFirst();
    }

    /** The key under which an answer of a round stands. */
    public static String key(String question, int round) {
        return round == 1 ? question : question + "#" + round;
    }

    /** The key of each round that was answered, in order. */
    Stream<String> rounds(String question) {
        return Stream.iterate(1, round -> round + 1)
                .map(round -> key(question, round))
                .takeWhile(answers::containsKey);
    }

    Conversation at(Position newPosition) {
        return new Conversation(id, person, task, newPosition, answers, typed, begun, touched);
    }

    /** With these answers in place of earlier ones; an empty answer takes the earlier one away. */
    Conversation answering(Map<String, List<String>> more) {
        Map<String, List<String>> all = new LinkedHashMap<>(answers);
        more.forEach((question, values) -> {
            if (values.isEmpty()) {
                all.remove(question);
            } else {
                all.put(question, List.copyOf(values));
            }
        });
        return new Conversation(id, person, task, position, all, typed, begun, touched);
    }

    Conversation byTyping(boolean byTyping) {
        return new Conversation(id, person, task, position, answers, byTyping, begun, touched);
    }

    Conversation touchedAt(Instant now) {
        return new Conversation(id, person, task, position, answers, typed, begun, now);
    }
}
