package org.secondlook.teams.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Input;

/** The buttons of one card. Teams shows six in a row at most; more stand in further rows. */
final class Buttons {

    private static final int MOST_IN_A_SET = 6;
    private static final String CONFIRM = "confirm-";

    private final Place place;
    private final List<Input> inputs;
    private final Fallback fallback;
    private int drawn;

    /** What a client does that cannot replace a card. It doubles the size of a button. */
    enum Fallback {
        SUBMIT,
        NONE
    }

    Buttons(Place place, List<Input> inputs, Fallback fallback) {
        this.place = place;
        this.inputs = inputs;
        this.fallback = fallback;
    }

    /** Rows of buttons, and the questions that some of them ask first. */
    List<ObjectNode> draw(List<Action> actions) {
        List<ObjectNode> elements = new ArrayList<>();
        List<ObjectNode> questions = new ArrayList<>();
        List<ObjectNode> row = new ArrayList<>();
        for (Action action : actions) {
            if (row.size() == MOST_IN_A_SET) {
                elements.add(Elements.actions(row));
                row.clear();
            }
            row.add(button(action, questions));
        }
        if (!row.isEmpty()) {
            elements.add(Elements.actions(row));
        }
        elements.addAll(questions);
        return elements;
    }

    private ObjectNode button(Action action, List<ObjectNode> questions) {
        drawn++;
        return action.confirm()
                .map(confirm -> {
                    questions.add(question(action, confirm));
                    return toggle(action.label(), style(action));
                })
                .orElseGet(() -> press(action, action.label()));
    }

    /** Cards have no confirmation of their own: the button uncovers the question, and its yes is the press. */
    private ObjectNode question(Action action, Action.Confirm confirm) {
        ObjectNode question = Elements.container(
                "attention",
                List.of(
                        Elements.heading(confirm.title()),
                        Elements.line(Elements.run(confirm.text())),
                        Elements.actions(List.of(press(action, confirm.yes()), toggle(confirm.no(), "default")))));
        return question.put("id", CONFIRM + drawn).put("isVisible", false);
    }

    private ObjectNode toggle(String label, String style) {
        ObjectNode toggle = titled("Action.ToggleVisibility", label, style);
        toggle.putArray("targetElements").add(CONFIRM + drawn);
        return toggle;
    }

    private ObjectNode press(Action action, String label) {
        String id = action.key() + "." + drawn;
        return switch (place) {
            case CHAT -> execute(action, label, id);
            case CHANNEL -> fetch(action, label, id);
            case DIALOG -> submit(action, label, id);
        };
    }

    /** The card is replaced by the answer; a client that cannot do that sends a message instead. */
    private ObjectNode execute(Action action, String label, String id) {
        ObjectNode execute =
                titled("Action.Execute", label, style(action)).put("id", id).put("verb", "press");
        execute.set("data", Presses.data(action.token(), inputs));
        return switch (fallback) {
            case SUBMIT -> execute.<ObjectNode>set("fallback", submit(action, label, id));
            case NONE -> execute;
        };
    }

    private ObjectNode fetch(Action action, String label, String id) {
        ObjectNode fetch = submit(action, label, id);
        fetch.withObject("/data").putObject("msteams").put("type", "task/fetch");
        return fetch;
    }

    private ObjectNode submit(Action action, String label, String id) {
        ObjectNode submit = titled("Action.Submit", label, style(action)).put("id", id);
        submit.set("data", Presses.data(action.token(), inputs));
        return submit;
    }

    private static ObjectNode titled(String type, String label, String style) {
        ObjectNode action = Elements.object(type).put("title", Literal.plain(label));
        return style.equals("default") ? action : action.put("style", style);
    }

    private static String style(Action action) {
        return switch (action.style()) {
            case SUBMIT, PRIMARY -> "positive";
            case DANGER -> "destructive";
            case NORMAL -> "default";
        };
    }
}
