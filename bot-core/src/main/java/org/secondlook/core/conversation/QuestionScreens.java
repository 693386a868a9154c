package org.secondlook.core.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.conversation.Button.Verb;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Action.Style;
import org.secondlook.core.message.Input;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.View;
import org.secondlook.core.message.Wording;
import org.secondlook.core.message.Words;

/** Draws the screen where a conversation stands: questions, an interruption, one typed question, or the check. */
final class QuestionScreens {

    private static final int MISSES_BEFORE_HELP = 2;

    /** The most characters a button's label may have (Slack). */
    private static final int LONGEST_BUTTON = 75;

    private final Scene scene;
    private final Wording wording;
    private final Questionnaire questionnaire;
    private final Conversation conversation;
    private final Choices choices;
    private final Flow flow;
    private final Map<String, Object> facts;
    private final int version;

    QuestionScreens(
            Scene scene, Questionnaire questionnaire, Conversation conversation, Optional<CaseFile> file, int version) {
        this.scene = scene;
        this.wording = scene.wording();
        this.questionnaire = questionnaire;
        this.conversation = conversation;
        this.choices = new SceneChoices(scene, file);
        this.flow = new Flow(questionnaire, conversation, choices);
        this.facts = Facts.of(scene, file, conversation);
        this.version = version;
    }

    /** The screen, with a sentence under each answer that cannot be used. */
    View draw(Map<String, String> faults) {
        if (isCheck()) {
            return check();
        }
        Screen screen = questionnaire.screen(conversation.position().screen());
        if (screen.isInterruption()) {
            return interruption(screen);
        }
        return conversation.typed() ? typed(screen, faults) : form(screen, faults);
    }

    private View form(Screen screen, Map<String, String> faults) {
        List<Section> sections = new ArrayList<>();
        progress(screen).ifPresent(sections::add);
        body(screen.id()).forEach(sections::add);
        helpAfterMisses().ifPresent(sections::add);
        List<Input> inputs = screen.asks().stream()
                .filter(question -> flow.mayBeAsked(screen, question))
                .map(question -> input(screen, question, Optional.ofNullable(faults.get(question.id()))))
                .toList();
        List<Action> actions = new ArrayList<>();
        actions.add(isLast(screen) ? send(Style.SUBMIT) : button(Verb.CONTINUE, "", "action.continue", Style.SUBMIT));
        if (screen.repeats()) {
            actions.add(button(Verb.ADD_ROUND, "", "action.add-another", Style.NORMAL));
        }
        actions.addAll(wayOut(screen.id()));
        return view(screen.id(), sections, inputs, actions);
    }

    private View interruption(Screen screen) {
        List<Section> sections = new ArrayList<>(body(screen.id()));
        List<Action> actions = new ArrayList<>();
        for (Screen.Stop stop : screen.stops()) {
            Style style = actions.isEmpty() ? Style.PRIMARY : Style.NORMAL;
            actions.add(button(Verb.STOP, stop.id(), screen.id() + ".action." + stop.id(), style));
        }
        if (Asides.whereItCameUp(conversation).isPresent()
                || flow.before(screen.id()).isPresent()) {
            actions.add(button(Verb.BACK, "", "action.back", Style.NORMAL));
        }
        return view(screen.id(), sections, List.of(), actions);
    }

    /** One question at a time, for people who type: options as buttons, or numbered where there are many. */
    private View typed(Screen screen, Map<String, String> faults) {
        Question question = asking(screen);
        List<Section> sections = new ArrayList<>();
        progress(screen).ifPresent(sections::add);
        if (question.equals(screen.asks().get(0))) {
            sections.addAll(body(screen.id()));
        }
        sections.add(new Section.Heading(label(question)));
        hint(question)
                .filter(hint -> !hint.isEmpty())
                .map(Words::plain)
                .map(Section.Text::new)
                .ifPresent(sections::add);
        Optional.ofNullable(faults.get(question.id()))
                .map(Words::plain)
                .map(words -> new Section.Callout(Section.Tone.CAREFUL, words))
                .ifPresent(sections::add);
        helpAfterMisses().ifPresent(sections::add);
        offer(question, sections);
        String how = "typed." + question.kind().name().toLowerCase(Locale.ROOT);
        sections.add(new Section.Text(wording.words(question.required() ? how : how + "-optional")));
        List<Action> actions = new ArrayList<>();
        if (!question.required()) {
            actions.add(button(Verb.CONTINUE, "", "action.skip", Style.NORMAL));
        }
        actions.addAll(wayOut(screen.id()));
        return view(screen.id(), sections, List.of(), actions);
    }

    private void offer(Question question, List<Section> sections) {
        List<Choice> offered = choices.of(question, conversation);
        if (question.kind() == Input.Kind.CHOICE && fitButtons(offered)) {
            List<Action> picks = new ArrayList<>();
            for (Choice choice : offered) {
                picks.add(button(Verb.PICK, choice.id(), "typed.pick", Style.NORMAL, Map.of("option", choice.label())));
            }
            sections.add(new Section.Buttons(picks));
        } else if (!offered.isEmpty()) {
            List<Words> numbered = new ArrayList<>();
            for (Choice choice : offered) {
                numbered.add(Words.plain(numbered.size() + 1 + ". " + choice.label()));
            }
            sections.add(new Section.Items(numbered));
        }
    }

    private static boolean fitButtons(List<Choice> choices) {
        return choices.stream().allMatch(choice -> choice.label().length() <= LONGEST_BUTTON);
    }

    /** Everything once more, each line with a way to change it, and where it goes. */
    private View check() {
        String id = conversation.position().screen();
        List<Section> sections = new ArrayList<>();
        for (Screen screen : flow.path()) {
            for (int round = 1; round == 1 || (screen.repeats() && isAnswered(screen, round)); round++) {
                for (Question question : flow.asked(screen)) {
                    if (question.kept()) {
                        sections.add(row(screen, question, round));
                    }
                }
            }
        }
        sections.addAll(body(id));
        helpAfterMisses().ifPresent(sections::add);
        List<Action> actions = new ArrayList<>();
        actions.add(send(Style.PRIMARY));
        actions.add(button(Verb.BACK, "", "action.back", Style.NORMAL));
        actions.add(button(Verb.SAVE, "", "action.save", Style.NORMAL));
        actions.add(button(Verb.ASK_DELETE, "", "action.delete", Style.DANGER));
        return view(id, sections, List.of(), actions);
    }

    private Section row(Screen screen, Question question, int round) {
        String label = wording.name(question.id(), round);
        List<String> answer = conversation.answer(Conversation.key(question.id(), round));
        String value = answer.isEmpty()
                ? wording.say("check.not-provided")
                : shortened(new AnswerWords(scene, choices, conversation).of(question, answer), 600);
        return new Section.Row(
                label,
                value,
                button(Verb.CHANGE, screen.id() + "#" + round, "action.change", Style.NORMAL, Map.of("label", label)));
    }

    private Input input(Screen screen, Question question, Optional<String> fault) {
        int round = conversation.position().round();
        boolean always = flow.asked(question)
                && question.when().answers().keySet().stream()
                        .noneMatch(other -> screen.asks().stream().anyMatch(q -> q.id().equals(other)));
        String label = label(question);
        return new Input(
                question.id(),
                question.kind(),
                question.required() ? label : wording.say("input.optional", "label", label),
                hint(question).orElse(""),
                question.required() && question.kept() && always,
                choices.of(question, conversation).stream()
                        .map(choice -> new Input.Option(choice.id(), choice.label()))
                        .toList(),
                conversation.answer(Conversation.key(question.id(), round)),
                fault);
    }

    private Question asking(Screen screen) {
        List<Question> asked = flow.asked(screen);
        return conversation
                .position()
                .question()
                .flatMap(id -> asked.stream().filter(q -> q.id().equals(id)).findFirst())
                .orElseGet(() -> asked.get(0));
    }

    private List<Action> wayOut(String screen) {
        List<Action> actions = new ArrayList<>();
        flow.before(screen).ifPresent(before -> actions.add(button(Verb.BACK, "", "action.back", Style.NORMAL)));
        actions.add(button(Verb.SAVE, "", "action.save", Style.NORMAL));
        actions.add(button(Verb.HELP, "", "action.help", Style.NORMAL));
        return actions;
    }

    private Optional<Section> progress(Screen current) {
        List<Screen> asking =
                flow.path().stream().filter(s -> !s.isInterruption()).toList();
        int index = asking.indexOf(current);
        return asking.size() < 4 || index < 0
                ? Optional.empty()
                : Optional.of(
                        new Section.Text(wording.words("question.progress", "number", index + 1, "of", asking.size())));
    }

    private Optional<Section> helpAfterMisses() {
        return conversation.position().misses() >= MISSES_BEFORE_HELP
                ? Optional.of(new Section.Callout(Section.Tone.CAREFUL, wording.words("error.help", facts)))
                : Optional.empty();
    }

    private List<Section> body(String id) {
        List<Section> sections = new ArrayList<>();
        if (wording.has(id + ".urgent")) {
            sections.add(new Section.Callout(Section.Tone.URGENT, wording.words(id + ".urgent", facts)));
        }
        if (wording.has(id + ".body")) {
            sections.add(new Section.Text(wording.words(id + ".body", facts)));
        }
        List<Words> items = new ArrayList<>();
        for (int n = 1; wording.has(id + ".item." + n); n++) {
            items.add(wording.words(id + ".item." + n, facts));
        }
        if (!items.isEmpty()) {
            sections.add(new Section.Items(items));
        }
        if (wording.has(id + ".after")) {
            sections.add(new Section.Text(wording.words(id + ".after", facts)));
        }
        return sections;
    }

    private String label(Question question) {
        Map<String, Object> named = new LinkedHashMap<>(facts);
        named.put("round", conversation.position().round());
        return wording.say(question.id() + ".label", named);
    }

    private Optional<String> hint(Question question) {
        String key = question.id() + ".hint";
        return wording.has(key) ? Optional.of(wording.words(key, facts).text()) : Optional.empty();
    }

    private Action send(Style style) {
        String key = questionnaire.check().orElse(conversation.position().screen()) + ".action.send";
        return button(Verb.SEND, "", key, style);
    }

    private Action button(Verb verb, String argument, String key, Style style) {
        return button(verb, argument, key, style, facts);
    }

    private Action button(Verb verb, String argument, String key, Style style, Map<String, ?> arguments) {
        return scene.buttons().inConversation(verb, conversation, argument, version, key, style, arguments);
    }

    private View view(String id, List<Section> sections, List<Input> inputs, List<Action> actions) {
        return new View(
                id, wording.words(id + ".title", facts).text(), wording.say("notice.read"), sections, inputs, actions);
    }

    private boolean isCheck() {
        return questionnaire
                .check()
                .filter(conversation.position().screen()::equals)
                .isPresent();
    }

    private boolean isLast(Screen screen) {
        return questionnaire.check().isEmpty() && flow.after(screen.id()).isEmpty();
    }

    private boolean isAnswered(Screen screen, int round) {
        return screen.asks().stream()
                .anyMatch(q ->
                        !conversation.answer(Conversation.key(q.id(), round)).isEmpty());
    }

    private String shortened(String text, int most) {
        return text.length() <= most
                ? text
                : wording.say("check.shortened", "text", text.substring(0, most), "more", text.length() - most);
    }
}
