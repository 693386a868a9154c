package org.secondlook.core.conversation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.secondlook.core.message.Input;
import org.secondlook.core.message.Wording;
import org.secondlook.core.yaml.Spelling;

/** Takes answers into a conversation, and says what is wrong with those that cannot be used. Nothing typed is lost. */
final class Answering {

    private static final Pattern FULL_NAME = Pattern.compile("\\b\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+\\b");
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{L}\\.? ?){1,3}");
    private static final Pattern DATE_OF_BIRTH = Pattern.compile("\\b\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)?\\d{2}\\b");
    private static final Pattern NHS_NUMBER = Pattern.compile("(?<!\\d)\\d{3}[ -]?\\d{3}[ -]?\\d{4}(?!\\d)");

    private final Scene scene;
    private final Function<Conversation, Questionnaire> questionnaires;
    private final Choices choices;

    /**
     * @param questionnaires the questions of a conversation; an answer may change which they are
     */
    Answering(Scene scene, Function<Conversation, Questionnaire> questionnaires, Choices choices) {
        this.scene = scene;
        this.questionnaires = questionnaires;
        this.choices = choices;
    }

    /** The conversation with what a screen's inputs hold, whether it can be used or not. */
    Conversation keep(Conversation conversation, Screen screen, Map<String, List<String>> entered) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        int round = conversation.position().round();
        for (Question question : screen.asks()) {
            List<String> values = entered.get(question.id());
            if (values != null && question.kept()) {
                answers.put(
                        Conversation.key(question.id(), round),
                        values.stream()
                                .map(String::strip)
                                .filter(v -> !v.isEmpty())
                                .toList());
            }
        }
        return withoutWhatNoLongerApplies(conversation.answering(answers), screen);
    }

    /** What is wrong with the answers of a screen, a sentence a question; empty when all can be used. */
    Map<String, String> faults(Conversation conversation, Screen screen) {
        Map<String, String> faults = new LinkedHashMap<>();
        for (Question question : flow(conversation).asked(screen)) {
            String key = Conversation.key(question.id(), conversation.position().round());
            fault(question, conversation.answer(key), conversation)
                    .ifPresent(sentence -> faults.put(question.id(), sentence));
        }
        return faults;
    }

    /** The first screen with an answer that is missing or cannot be used. */
    Optional<Screen> firstFaulty(Conversation conversation) {
        return flow(conversation).path().stream()
                .filter(screen -> !faults(conversation.at(Position.at(screen.id())), screen)
                        .isEmpty())
                .findFirst();
    }

    private Conversation withoutWhatNoLongerApplies(Conversation conversation, Screen screen) {
        Map<String, List<String>> gone = new LinkedHashMap<>();
        for (Question question : screen.asks()) {
            if (!flow(conversation).asked(question)) {
                gone.put(Conversation.key(question.id(), conversation.position().round()), List.of());
            }
        }
        return conversation.answering(gone);
    }

    private Optional<String> fault(Question question, List<String> answer, Conversation conversation) {
        Wording wording = scene.wording();
        if (answer.isEmpty()) {
            return question.required() && question.kept() ? Optional.of(nothing(question)) : Optional.empty();
        }
        if (question.isChosen() && !isOnOffer(answer, question, conversation)) {
            return Optional.of(nothing(question));
        }
        if (question.checks().contains(Question.Check.ALL)
                && answer.size() < choices.of(question, conversation).size()) {
            return Optional.of(wording.say("error.all"));
        }
        String value = answer.get(0);
        int most = question.kind() == Input.Kind.LINE
                ? Input.MAX_LINE
                : conversation.typed() ? Input.MAX_TYPED : Input.MAX_TEXT;
        if (question.isWords() && value.length() > most) {
            return Optional.of(tooLong(question, value, most));
        }
        if (question.kind() == Input.Kind.DATE && Entered.day(value).isEmpty()) {
            return Optional.of(wording.say("error.date"));
        }
        if (question.kind() == Input.Kind.TIME && Entered.time(value).isEmpty()) {
            return Optional.of(wording.say("error.time"));
        }
        return question.checks().stream()
                .filter(check -> fails(check, value))
                .map(check -> wording.say("error." + Spelling.of(check)))
                .findFirst();
    }

    private String nothing(Question question) {
        String own = question.id() + ".error.empty";
        return scene.wording().say(scene.wording().has(own) ? own : "error.empty");
    }

    /** What was on offer when a draft was begun may be so no more: a date, or somebody who has left. */
    private boolean isOnOffer(List<String> answer, Question question, Conversation conversation) {
        Set<String> offered =
                choices.of(question, conversation).stream().map(Choice::id).collect(Collectors.toSet());
        return offered.containsAll(answer);
    }

    private String tooLong(Question question, String value, int most) {
        return scene.wording()
                .say(
                        "error.too-long",
                        "label",
                        scene.wording().say(question.id() + ".label"),
                        "most",
                        most,
                        "entered",
                        value.length());
    }

    private boolean fails(Question.Check check, String value) {
        return switch (check) {
            case NOT_IN_THE_FUTURE -> LocalDate.parse(value).isAfter(scene.today());
            case NOT_IN_THE_PAST -> LocalDate.parse(value).isBefore(scene.today());
            case NO_NAME ->
                FULL_NAME.matcher(value).find() || INITIALS.matcher(value).matches() || isIdentifier(value);
            case NO_IDENTIFIER -> isIdentifier(value);
            case ALL -> false;
        };
    }

    private static boolean isIdentifier(String value) {
        return DATE_OF_BIRTH.matcher(value).find() || NHS_NUMBER.matcher(value).find();
    }

    private Flow flow(Conversation conversation) {
        return new Flow(questionnaires.apply(conversation), conversation, choices);
    }
}
