package org.secondlook.core.conversation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.message.Input;
import org.secondlook.core.yaml.Spelling;

/** Puts an answer in words: the labels of what was chosen, a date as a day, or the text itself. */
final class AnswerWords {

    private final Scene scene;
    private final Choices choices;
    private final Conversation conversation;

    AnswerWords(Scene scene, Choices choices, Conversation conversation) {
        this.scene = scene;
        this.choices = choices;
        this.conversation = conversation;
    }

    String of(Question question, List<String> answer) {
        if (question.isWords()) {
            return String.join("\n", answer);
        }
        if (question.kind() == Input.Kind.DATE
                || question.from().equals(Optional.of(Question.OptionSource.ANSWER_DATES))) {
            return answer.stream()
                    .map(day -> Entered.day(day).map(scene.moments()::day).orElse(day))
                    .collect(Collectors.joining(", "));
        }
        if (question.kind() == Input.Kind.TIME) {
            return answer.stream()
                    .map(time -> Entered.time(time)
                            .map(at -> scene.moments().time(WorkingCalendar.at(scene.today(), at)))
                            .orElse(time))
                    .collect(Collectors.joining(", "));
        }
        if (question.from().equals(Optional.of(Question.OptionSource.DUTY_OUTCOMES))) {
            return answer.stream()
                    .map(outcome -> SceneChoices.decision(scene, outcome))
                    .collect(Collectors.joining(", "));
        }
        List<Choice> offered = choices.of(question, conversation);
        return answer.stream()
                .map(id -> offered.stream()
                        .filter(choice -> choice.id().equals(id))
                        .map(Choice::label)
                        .findFirst()
                        .orElseGet(() -> Spelling.sentence(id)))
                .collect(Collectors.joining("\n"));
    }
}
