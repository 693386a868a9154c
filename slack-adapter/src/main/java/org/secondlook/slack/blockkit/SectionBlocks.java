package org.secondlook.slack.blockkit;

import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.Words;
import org.secondlook.core.message.Words.Span;

/** Draws what is read. */
final class SectionBlocks implements Section.Visitor<List<LayoutBlock>> {

    private final ButtonElements buttons;

    SectionBlocks(ButtonElements buttons) {
        this.buttons = buttons;
    }

    @Override
    public List<LayoutBlock> text(Words words) {
        return RichText.paragraph(words);
    }

    @Override
    public List<LayoutBlock> heading(String words) {
        return words.length() <= BlockKitLimits.HEADER
                ? List.of(HeaderBlock.builder().text(PlainText.of(words)).build())
                : RichText.paragraph(new Words(List.of(new Span(words, true))));
    }

    @Override
    public List<LayoutBlock> quote(String speaker, String words) {
        return RichText.quote(RichText.bold(speaker), words);
    }

    @Override
    public List<LayoutBlock> note(String label, String words) {
        return RichText.quote(RichText.bold("lock", label), words);
    }

    @Override
    public List<LayoutBlock> facts(List<Section.Fact> facts) {
        return RichText.list(facts.stream().map(SectionBlocks::spans).toList());
    }

    @Override
    public List<LayoutBlock> items(List<Words> items) {
        return RichText.list(items.stream().map(Words::spans).toList());
    }

    @Override
    public List<LayoutBlock> callout(Section.Tone tone, Words words) {
        String sign = switch (tone) {
            case GOOD -> "white_check_mark";
            case CAREFUL -> "warning";
            case URGENT -> "rotating_light";
        };
        return RichText.signed(sign, words);
    }

    @Override
    public List<LayoutBlock> row(String label, String value, Action action) {
        String line = value.isEmpty() ? label : label + "\n" + value;
        List<LayoutBlock> blocks = new ArrayList<>();
        for (String piece : Pieces.of(line, BlockKitLimits.TEXT)) {
            var section = SectionBlock.builder().text(PlainText.of(piece));
            blocks.add((blocks.isEmpty() ? section.accessory(buttons.beside(label, action)) : section).build());
        }
        return blocks;
    }

    @Override
    public List<LayoutBlock> buttons(List<Action> actions) {
        return buttons.row(actions);
    }

    private static List<Span> spans(Section.Fact fact) {
        return Stream.of(new Span(fact.label() + ": ", true), new Span(fact.value(), false))
                .filter(span -> !span.text().isEmpty())
                .toList();
    }
}
