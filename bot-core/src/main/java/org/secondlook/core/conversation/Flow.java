package org.secondlook.core.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which screens a conversation comes by, given its answers: conditions decide, and what is needed today is asked short. */
final class Flow {

    /** The question whose answer makes a task short (dialogue P-0). */
    private static final When NEEDED_TODAY = new When(Map.of("P-0", Set.of("now", "not-sure")));

    /** The condition that speaks of the case, not of an answer. */
    private static final String HAS = "has";

    private final Questionnaire questionnaire;
    private final Conversation conversation;
    private final Choices choices;
    private @Nullable List<Screen> path;

    Flow(Questionnaire questionnaire, Conversation conversation, Choices choices) {
        this.questionnaire = questionnaire;
        this.conversation = conversation;
        this.choices = choices;
    }

    /** The screens in order, the check screen not among them. */
    List<Screen> path() {
        if (path == null) {
            boolean neededToday = holds(NEEDED_TODAY);
            path = questionnaire.screens().stream()
                    .filter(screen -> holds(screen.when()))
                    .filter(screen -> !neededToday || screen.whenNeededToday())
                    .toList();
        }
        return path;
    }

    /** The screen after one, unless it is the last. */
    Optional<Screen> after(String screen) {
        List<Screen> path = path();
        return path.stream().skip(indexOf(path, screen) + 1L).findFirst();
    }

    /** The screen before one, unless it is the first; from the check screen, the last. */
    Optional<Screen> before(String screen) {
        List<Screen> path = path();
        int index = questionnaire.check().filter(screen::equals).isPresent() ? path.size() : indexOf(path, screen);
        return index > 0 ? Optional.of(path.get(index - 1)) : Optional.empty();
    }

    /** The questions of a screen that apply, given the answers so far. */
    List<Question> asked(Screen screen) {
        return screen.asks().stream().filter(this::asked).toList();
    }

    /** Whether a question applies, given the answers so far. */
    boolean asked(Question question) {
        return holds(question.when());
    }

    /** Whether a question can still come to apply on its screen, by another answer of the same screen. */
    boolean mayBeAsked(Screen screen, Question question) {
        return question.when().answers().entrySet().stream()
                .allMatch(e -> canBeAnswered(screen, e.getKey(), e.getValue())
                        || holds(new When(Map.of(e.getKey(), e.getValue()))));
    }

    private boolean holds(When when) {
        for (Map.Entry<String, Set<String>> answer : when.answers().entrySet()) {
            if (!answeredWith(answer.getKey(), answer.getValue())) {
                return false;
            }
        }
        return true;
    }

    private boolean answeredWith(String questionId, Set<String> words) {
        if (questionId.equals(HAS)) {
            return words.stream().anyMatch(what -> choices.has(what, conversation));
        }
        List<String> answer = conversation.answer(questionId);
        if (answer.stream().anyMatch(words::contains)) {
            return true;
        }
        return !answer.isEmpty()
                && tagged(questionId).stream()
                        .filter(choice -> answer.contains(choice.id()))
                        .anyMatch(choice -> words.stream().anyMatch(choice::is));
    }

    /** The choices of a question that may be called something else beside their ids, as fixed options are not. */
    private List<Choice> tagged(String questionId) {
        return questionnaire
                .question(questionId)
                .filter(question -> question.from().isPresent())
                .map(q -> choices.of(q, conversation))
                .orElse(List.of());
    }

    private boolean canBeAnswered(Screen screen, String question, Set<String> words) {
        return screen.asks().stream()
                .filter(q -> q.id().equals(question))
                .flatMap(q -> choices.of(q, conversation).stream())
                .anyMatch(choice -> words.stream().anyMatch(choice::is));
    }

    private static int indexOf(List<Screen> path, String screen) {
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).id().equals(screen)) {
                return i;
            }
        }
        return -1;
    }
}
