package org.secondlook.teams.card;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Input;
import org.secondlook.core.message.View;

/** Draws where a person answers: what is wrong with it, the input under its label, and the hint. */
final class Inputs {

    /** More options than this are folded into a list. */
    private static final int MOST_IN_FULL = 6;

    private final View view;

    Inputs(View view) {
        this.view = view;
    }

    List<ObjectNode> draw(Input input) {
        List<ObjectNode> elements = new ArrayList<>();
        input.error().ifPresent(error -> elements.add(error(error)));
        elements.add(required(labelled(input), input));
        if (!input.hint().isEmpty()) {
            elements.add(Elements.line(Elements.run(input.hint()).put("isSubtle", true))
                    .put("spacing", "small"));
        }
        return elements;
    }

    private static ObjectNode error(String words) {
        return Elements.line(Elements.bold(words).put("color", "attention"));
    }

    private static ObjectNode labelled(Input input) {
        return element(input).put("id", input.id()).put("label", Literal.plain(input.label()));
    }

    private static ObjectNode element(Input input) {
        return switch (input.kind()) {
            case CHOICE -> choices(input, input.options().size() <= MOST_IN_FULL ? "expanded" : "compact");
            case CHOICES -> choices(withoutCommas(input), "expanded").put("isMultiSelect", true);
            case SEARCH -> choices(input, "filtered");
            case LINE -> text(input, Input.MAX_LINE);
            case TEXT -> text(input, Input.MAX_TEXT).put("isMultiline", true);
            case DATE -> valued(Elements.object("Input.Date"), input);
            case TIME -> valued(Elements.object("Input.Time"), input);
        };
    }

    /** Clients join what was chosen by commas. */
    private static Input withoutCommas(Input input) {
        if (input.options().stream().anyMatch(option -> option.id().contains(","))) {
            throw new UnfitViewException(
                    "Expected the options of %s to have ids without a comma, but one has".formatted(input.id()));
        }
        return input;
    }

    /** Only choices that stand in full are read as Markdown. */
    private static ObjectNode choices(Input input, String style) {
        boolean inFull = style.equals("expanded");
        ObjectNode set = valued(Elements.object("Input.ChoiceSet"), input).put("style", style);
        ArrayNode choices = set.put("wrap", true).putArray("choices");
        for (Input.Option option : input.options()) {
            String title = inFull ? Literal.markdown(option.label()) : Literal.plain(option.label());
            choices.addObject().put("title", title).put("value", option.id());
        }
        return set;
    }

    /** What was typed before in the chat may be longer than an input takes: it is never cut. */
    private static ObjectNode text(Input input, int most) {
        int typed = String.join(",", input.values()).length();
        return valued(Elements.object("Input.Text"), input).put("maxLength", Math.max(most, typed));
    }

    private static ObjectNode valued(ObjectNode element, Input input) {
        return input.values().isEmpty() ? element : element.put("value", String.join(",", input.values()));
    }

    /**
     * A client that finds a required input empty sends nothing, whichever button was pressed: nobody could go back, save
     * or ask for help. So it is left to the core to ask again, unless the only button is the one that takes the answers.
     */
    private ObjectNode required(ObjectNode element, Input input) {
        boolean onlyTakes = view.allActions().allMatch(action -> action.style() == Action.Style.SUBMIT);
        return input.required() && onlyTakes
                ? element.put("isRequired", true).put("errorMessage", Literal.plain(input.label()))
                : element;
    }
}
