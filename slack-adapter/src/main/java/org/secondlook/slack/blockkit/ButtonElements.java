package org.secondlook.slack.blockkit;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.View;

/** Draws the buttons of one view. */
final class ButtonElements {

    private final Map<String, Long> labels;
    private int drawn;

    ButtonElements(View view) {
        this.labels = view.allActions()
                .map(Action::label)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Buttons in a row of their own; Slack takes 25 a row. */
    List<LayoutBlock> row(List<Action> actions) {
        return Options.chunks(actions, BlockKitLimits.ACTIONS).stream()
                .<LayoutBlock>map(chunk -> ActionsBlock.builder()
                        .elements(chunk.stream().map(this::alone).toList())
                        .build())
                .toList();
    }

    /** A button beside a line; a screen reader hears the line with it where the label alone would not do. */
    ButtonElement beside(String line, Action action) {
        boolean ambiguous = labels.getOrDefault(action.label(), 0L) > 1;
        return button(action, ambiguous ? Optional.of(action.label() + ": " + line) : Optional.empty());
    }

    private BlockElement alone(Action action) {
        return button(action, Optional.empty());
    }

    private ButtonElement button(Action action, Optional<String> heard) {
        return ButtonElement.builder()
                .actionId(action.key() + "#" + drawn++)
                .text(PlainText.of(PlainText.fitting(action.label(), BlockKitLimits.BUTTON_TEXT)))
                .accessibilityLabel(heard.map(text -> PlainText.fitting(text, BlockKitLimits.ACCESSIBILITY_LABEL))
                        .orElse(null))
                .value(action.token())
                .style(style(action.style()))
                .confirm(action.confirm()
                        .map(confirm -> confirm(confirm, action.style()))
                        .orElse(null))
                .build();
    }

    private static @Nullable String style(Action.Style style) {
        return switch (style) {
            case SUBMIT, PRIMARY -> "primary";
            case DANGER -> "danger";
            case NORMAL -> null;
        };
    }

    private static ConfirmationDialogObject confirm(Action.Confirm confirm, Action.Style style) {
        return ConfirmationDialogObject.builder()
                .title(PlainText.of(confirm.title()))
                .text(PlainText.of(confirm.text()))
                .confirm(PlainText.of(confirm.yes()))
                .deny(PlainText.of(confirm.no()))
                .style(style(style))
                .build();
    }
}
