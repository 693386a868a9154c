package org.secondlook.slack.blockkit;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.TimePickerElement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.secondlook.core.message.Input;
import org.secondlook.core.message.Words;
import org.secondlook.core.message.Words.Span;

/** Draws where a person answers; an input that Slack could not hold in one block is drawn in several. */
final class InputBlocks {

    private static final Pattern DATE = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    /** Action ids, one a kind: a value that comes back is known by them. */
    static final String CHOICE = "choice";

    static final String CHOICES = "choices";
    static final String TEXT = "text";
    static final String DAY = "date";
    static final String HOUR = "time";

    private final String drawing;

    /**
     * @param drawing tells this drawing of the view from every other
     */
    InputBlocks(String drawing) {
        this.drawing = drawing;
    }

    List<LayoutBlock> of(Input input) {
        List<LayoutBlock> blocks = new ArrayList<>();
        input.error().map(InputBlocks::error).ifPresent(blocks::addAll);
        blocks.addAll(blocks(input, elements(input)));
        return blocks;
    }

    private static List<LayoutBlock> error(String sentence) {
        return RichText.signed("warning", new Words(List.of(new Span(sentence, true))));
    }

    private List<LayoutBlock> blocks(Input input, List<BlockElement> elements) {
        List<LayoutBlock> blocks = new ArrayList<>();
        for (BlockElement element : elements) {
            int part = blocks.size() + 1;
            boolean whole = elements.size() == 1;
            blocks.add(InputBlock.builder()
                    .blockId(new InputBlockId(input.id(), part, drawing).toString())
                    .label(PlainText.of(
                            whole ? input.label() : input.label() + " (" + part + "/" + elements.size() + ")"))
                    .hint(input.hint().isEmpty() || part > 1 ? null : PlainText.of(input.hint()))
                    .optional(!input.required() || !whole)
                    .element(element)
                    .build());
        }
        return blocks;
    }

    private static List<BlockElement> elements(Input input) {
        List<OptionObject> options = Options.of(input.options());
        return switch (input.kind()) {
            case CHOICE ->
                options.size() <= BlockKitLimits.BUTTONED_OPTIONS ? radio(input, options) : menu(input, options);
            case SEARCH -> menu(input, options);
            case CHOICES -> checkboxes(input, options);
            case LINE -> texts(input, false, Input.MAX_LINE);
            case TEXT -> texts(input, true, BlockKitLimits.TEXT);
            case DATE -> date(input);
            case TIME -> time(input);
        };
    }

    private static List<BlockElement> radio(Input input, List<OptionObject> options) {
        return options.isEmpty()
                ? List.of()
                : List.of(RadioButtonsElement.builder()
                        .actionId(CHOICE)
                        .options(options)
                        .initialOption(first(Options.chosen(options, input.values())))
                        .build());
    }

    private static List<BlockElement> menu(Input input, List<OptionObject> options) {
        var menu = StaticSelectElement.builder()
                .actionId(CHOICE)
                .initialOption(first(Options.chosen(options, input.values())));
        if (options.isEmpty()) {
            return List.of();
        }
        return List.of(
                options.size() <= BlockKitLimits.MENU_OPTIONS
                        ? menu.options(options).build()
                        : menu.optionGroups(Options.groups(options)).build());
    }

    private static List<BlockElement> checkboxes(Input input, List<OptionObject> options) {
        return Options.chunks(options, BlockKitLimits.BUTTONED_OPTIONS).stream()
                .<BlockElement>map(chunk -> {
                    List<OptionObject> chosen = Options.chosen(chunk, input.values());
                    return CheckboxesElement.builder()
                            .actionId(CHOICES)
                            .options(chunk)
                            .initialOptions(chosen.isEmpty() ? null : chosen)
                            .build();
                })
                .toList();
    }

    /** One field; more only where a text typed in a chat is longer than a field can show. */
    private static List<BlockElement> texts(Input input, boolean multiline, int most) {
        String text = String.join("\n", input.values());
        List<String> pieces = text.isEmpty() ? List.of("") : Pieces.of(text, BlockKitLimits.TEXT);
        Function<String, BlockElement> field = piece -> PlainTextInputElement.builder()
                .actionId(TEXT)
                .multiline(multiline)
                .maxLength(Math.max(most, piece.length()))
                .initialValue(piece.isEmpty() ? null : piece)
                .build();
        return pieces.stream().map(field).toList();
    }

    private static List<BlockElement> date(Input input) {
        return List.of(DatePickerElement.builder()
                .actionId(DAY)
                .initialDate(first(matching(input, DATE)))
                .build());
    }

    private static List<BlockElement> time(Input input) {
        return List.of(TimePickerElement.builder()
                .actionId(HOUR)
                .initialTime(first(matching(input, TIME)))
                .build());
    }

    private static List<String> matching(Input input, Pattern form) {
        return input.values().stream()
                .filter(value -> form.matcher(value).matches())
                .toList();
    }

    private static <T> @Nullable T first(List<T> all) {
        return all.isEmpty() ? null : all.get(0);
    }
}
