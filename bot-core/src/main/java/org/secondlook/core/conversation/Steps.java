package org.secondlook.core.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.secondlook.core.conversation.Asides.Aside;
import org.secondlook.core.message.Input;

/** Moves a conversation on: continue, back, change, an interruption's buttons, a typed answer. Pure. */
final class Steps {

    private final Scene scene;
    private final Function<Conversation, Questionnaire> questionnaires;
    private final Choices choices;
    private final Answering answering;
    private final Asides asides;

    Steps(Scene scene, Questionnaires questionnaires, Optional<CaseFile> file) {
        this.scene = scene;
        this.questionnaires = conversation -> questionnaires.of(conversation, scene.protocol());
        this.choices = new SceneChoices(scene, file);
        this.answering = new Answering(scene, this.questionnaires, choices);
        this.asides = new Asides(scene, file);
    }

    /** Saves what the inputs hold, checks it and goes to the next screen. */
    Step goOn(Conversation conversation, Map<String, List<String>> entered) {
        if (isCheck(conversation) || screen(conversation).isInterruption()) {
            return advance(conversation);
        }
        if (conversation.typed() && entered.isEmpty()) {
            return nextQuestion(conversation);
        }
        Conversation kept = keep(conversation, entered);
        Map<String, String> faults = answering.faults(kept, screen(kept));
        return faults.isEmpty()
                ? advance(kept)
                : Step.withFaults(kept.at(kept.position().missed()), faults);
    }

    /** Saves what the inputs hold as it is. */
    Conversation keep(Conversation conversation, Map<String, List<String>> entered) {
        return isCheck(conversation) || entered.isEmpty()
                ? conversation
                : answering.keep(conversation, screen(conversation), entered).byTyping(false);
    }

    /** The screen before; from a later round of a repeated screen, the round before. */
    Step back(Conversation conversation) {
        Optional<Conversation> interrupted = Asides.whereItCameUp(conversation);
        if (interrupted.isPresent()) {
            return Step.goesOn(interrupted.get());
        }
        int round = conversation.position().round();
        if (round > 1) {
            return Step.goesOn(conversation.at(conversation.position().inRound(round - 1)));
        }
        return flow(conversation)
                .before(conversation.position().screen())
                .map(before -> Step.goesOn(conversation.at(Position.at(before.id()))))
                .orElseGet(() -> Step.goesOn(conversation));
    }

    /** Another round of a repeated screen. */
    Step addRound(Conversation conversation, Map<String, List<String>> entered) {
        Conversation kept = keep(conversation, entered);
        Map<String, String> faults = answering.faults(kept, screen(kept));
        return faults.isEmpty()
                ? Step.goesOn(kept.at(kept.position().inRound(kept.position().round() + 1)))
                : Step.withFaults(kept.at(kept.position().missed()), faults);
    }

    /** From the check screen to one answer, and back to the check after it. */
    Step change(Conversation conversation, String screen, int round) {
        return Step.goesOn(conversation.at(Position.at(screen).inRound(round).changingFromCheck()));
    }

    /** A button of an interruption. */
    Step stop(Conversation interrupted, String id) {
        Conversation conversation = Asides.whereItCameUp(interrupted).orElse(interrupted);
        Screen.Effect effect = screen(interrupted).stops().stream()
                .filter(stop -> stop.id().equals(id))
                .map(Screen.Stop::effect)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected screen %s to have button %s, but it has none"
                        .formatted(interrupted.position().screen(), id)));
        return switch (effect) {
            case GO_ON -> advance(conversation);
            case CHOOSE_AGAIN -> back(conversation);
            case CHOOSE_ANOTHER_TOPIC -> Step.goesOn(conversation.at(Position.at(Questionnaires.TOPIC)));
            case ASK_A_SENIOR -> Step.ends(conversation, Step.End.SAVED).alerting(Step.Alert.SENIOR);
            case SAVE -> Step.ends(conversation, Step.End.SAVED);
            case LEAVE -> Step.ends(conversation, Step.End.LEFT);
            case TELL_LEAD -> advance(conversation).alerting(Step.Alert.LEAD);
            case TELL_MANAGER_AND_LEAD -> advance(conversation).alerting(Step.Alert.MANAGER_AND_LEAD);
            case TELL_LEAD_OF_PRESSURE -> Step.ends(conversation, Step.End.LEFT).alerting(Step.Alert.LEAD_OF_PRESSURE);
            case SHOW_WHO_TO_RING -> rings(conversation);
            case ASK_LEAD_TO_RING -> Step.ends(conversation, Step.End.SAVED).alerting(Step.Alert.LEAD_TO_RING);
            case SHOW_THE_SAME -> Step.ends(conversation, Step.End.SAME);
            case STAY -> Step.goesOn(conversation);
            case SEND -> sent(conversation);
            case ASK_FOR_A_TALK -> Step.ends(conversation, Step.End.SAVED).alerting(Step.Alert.MANAGER_FOR_A_TALK);
        };
    }

    /** Checks everything once more before it is sent; goes to the first answer that cannot be used. */
    Step send(Conversation conversation, Map<String, List<String>> entered) {
        Conversation kept = keep(conversation, entered);
        Optional<Screen> faulty = answering.firstFaulty(kept);
        if (faulty.isEmpty()) {
            return onGoingOn(kept).or(() -> onSending(kept)).map(Step::goesOn).orElseGet(() -> sent(kept));
        }
        Conversation there = kept.at(Position.at(faulty.get().id()).changingFromCheck());
        return Step.withFaults(there, answering.faults(there, faulty.get()));
    }

    /** Whom to ring comes before the next screen; what was to be sent stays to be sent. */
    private Step rings(Conversation conversation) {
        Step next = advance(conversation);
        return Step.ends(next.end() == Step.End.SENT ? conversation : next.conversation(), Step.End.RINGS);
    }

    /** Taken back, it stands where it can be read once more. */
    private Step sent(Conversation conversation) {
        return Step.ends(
                questionnaire(conversation)
                        .check()
                        .map(check -> conversation.at(Position.at(check)))
                        .orElse(conversation),
                Step.End.SENT);
    }

    /** Where something comes up by what was written on a screen, in this round of it or one before. */
    private Optional<Conversation> onGoingOn(Conversation conversation) {
        if (isCheck(conversation)) {
            return Optional.empty();
        }
        List<String> written = flow(conversation).asked(screen(conversation)).stream()
                .filter(Question::isWords)
                .flatMap(question -> conversation.rounds(question.id()))
                .flatMap(key -> conversation.answer(key).stream())
                .toList();
        return asides.onGoingOn(conversation, written).map(aside -> aside.in(conversation));
    }

    /** Where something comes up by what others are about to read. */
    private Optional<Conversation> onSending(Conversation conversation) {
        for (Screen screen : flow(conversation).path()) {
            for (Question question : flow(conversation).asked(screen)) {
                if (question.shared() && question.kind() == Input.Kind.TEXT) {
                    List<String> rounds = conversation.rounds(question.id()).toList();
                    for (int round = 1; round <= rounds.size(); round++) {
                        Position there = Position.at(screen.id()).inRound(round).changingFromCheck();
                        Optional<Aside> aside =
                                asides.onSending(conversation, conversation.answer(rounds.get(round - 1)));
                        if (aside.isPresent()) {
                            return Optional.of(aside.get().in(conversation.at(there)));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** An answer typed to the question that is being asked. */
    Step typed(Conversation conversation, String text) {
        Conversation typing = conversation.byTyping(true);
        if (isCheck(typing)) {
            return Step.goesOn(typing);
        }
        Screen screen = screen(typing);
        if (screen.isInterruption()) {
            return typedStop(typing, screen, text);
        }
        if (asides.isDistress(text) && !Aside.DISTRESS.cameUp(typing)) {
            return Step.goesOn(Aside.DISTRESS.in(typing));
        }
        Question question = asking(typing, screen);
        List<Choice> offered = choices.of(question, typing);
        List<String> values = new TypedAnswer(scene.today(), scene.person().language()).read(question, offered, text);
        return values.isEmpty() ? missed(typing, question) : answer(typing, question, values);
    }

    /** An option picked by its button. */
    Step pick(Conversation conversation, String option) {
        Conversation typing = conversation.byTyping(true);
        return answer(typing, asking(typing, screen(typing)), List.of(option));
    }

    private Step answer(Conversation conversation, Question question, List<String> values) {
        Screen screen = screen(conversation);
        Conversation kept = answering.keep(conversation, screen, Map.of(question.id(), values));
        String fault = answering.faults(kept, screen).get(question.id());
        return fault == null
                ? nextQuestion(kept)
                : Step.withFaults(kept.at(kept.position().missed()), Map.of(question.id(), fault));
    }

    private Step missed(Conversation conversation, Question question) {
        return Step.withFaults(
                conversation.at(conversation.position().missed()),
                Map.of(question.id(), scene.wording().say("typed.miss")));
    }

    private Step typedStop(Conversation conversation, Screen screen, String text) {
        String wanted = text.strip();
        for (int i = 0; i < screen.stops().size(); i++) {
            if (wanted.equals(String.valueOf(i + 1))) {
                return stop(conversation, screen.stops().get(i).id());
            }
        }
        return Step.goesOn(conversation.at(conversation.position().missed()));
    }

    /** The next question of the screen that applies, or the next screen. */
    private Step nextQuestion(Conversation conversation) {
        Screen screen = screen(conversation);
        List<Question> asked = flow(conversation).asked(screen);
        int index = asked.indexOf(asking(conversation, screen));
        return index + 1 < asked.size()
                ? Step.goesOn(conversation.at(
                        conversation.position().asking(asked.get(index + 1).id())))
                : advance(conversation);
    }

    private Question asking(Conversation conversation, Screen screen) {
        List<Question> asked = flow(conversation).asked(screen);
        return conversation
                .position()
                .question()
                .flatMap(id -> asked.stream().filter(q -> q.id().equals(id)).findFirst())
                .orElseGet(() -> asked.get(0));
    }

    private Step advance(Conversation conversation) {
        Optional<Conversation> aside = onGoingOn(conversation);
        if (aside.isPresent()) {
            return Step.goesOn(aside.get());
        }
        if (conversation.position().changing()) {
            Optional<Screen> open = answering.firstFaulty(conversation);
            if (open.isPresent()) {
                return Step.goesOn(conversation.at(Position.at(open.get().id()).changingFromCheck()));
            }
            Optional<String> check = questionnaire(conversation).check();
            if (check.isPresent()) {
                return Step.goesOn(conversation.at(Position.at(check.get())));
            }
        }
        return flow(conversation)
                .after(conversation.position().screen())
                .map(Screen::id)
                .or(questionnaire(conversation)::check)
                .map(next -> Step.goesOn(conversation.at(Position.at(next))))
                .orElseGet(() -> Step.ends(conversation, Step.End.SENT));
    }

    private Questionnaire questionnaire(Conversation conversation) {
        return questionnaires.apply(conversation);
    }

    private Screen screen(Conversation conversation) {
        return questionnaire(conversation).screen(conversation.position().screen());
    }

    private boolean isCheck(Conversation conversation) {
        return questionnaire(conversation)
                .check()
                .filter(conversation.position().screen()::equals)
                .isPresent();
    }

    private Flow flow(Conversation conversation) {
        return new Flow(questionnaire(conversation), conversation, choices);
    }
}
