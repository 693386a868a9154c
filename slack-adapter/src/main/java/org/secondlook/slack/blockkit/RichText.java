package org.secondlook.slack.blockkit;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.secondlook.core.message.Words;
import org.secondlook.core.message.Words.Span;

/**
 * Rich text: emphasis, lists and quotes without any markup, so that what people typed is only ever text. Slack documents
 * no limit for it; it is kept to the 3,000 characters of other texts, and what is longer goes on in the next block.
 */
final class RichText {

    private RichText() {}

    /** Words of the bot's own. */
    static List<LayoutBlock> paragraph(Words words) {
        return pages(words.spans()).stream()
                .map(page -> block(List.of(section(page))))
                .toList();
    }

    /** A line that begins with a sign. The words say the same without it. */
    static List<LayoutBlock> signed(String emoji, Words words) {
        List<LayoutBlock> blocks = new ArrayList<>();
        for (List<Span> page : pages(words.spans())) {
            blocks.add(block(List.of(blocks.isEmpty() ? section(emoji, page) : section(page))));
        }
        return blocks;
    }

    /** Somebody's words, set apart, under a line that says whose they are. */
    static List<LayoutBlock> quote(BlockElement heading, String words) {
        List<LayoutBlock> blocks = new ArrayList<>();
        for (List<Span> page : pages(List.of(new Span(words, false)))) {
            BlockElement quote =
                    RichTextQuoteElement.builder().elements(texts(page)).build();
            blocks.add(block(blocks.isEmpty() ? List.of(heading, quote) : List.of(quote)));
        }
        return blocks;
    }

    /** A bulleted list, an item a line. */
    static List<LayoutBlock> list(List<List<Span>> items) {
        List<LayoutBlock> blocks = new ArrayList<>();
        List<RichTextElement> list = new ArrayList<>();
        int length = 0;
        for (List<Span> item : items) {
            for (List<Span> page : pages(item)) {
                if (!list.isEmpty() && length + length(page) > BlockKitLimits.TEXT) {
                    blocks.add(bullets(list));
                    list = new ArrayList<>();
                    length = 0;
                }
                list.add(section(page));
                length += length(page);
            }
        }
        if (!list.isEmpty()) {
            blocks.add(bullets(list));
        }
        return blocks;
    }

    static RichTextSectionElement bold(String text) {
        return section(List.of(new Span(text, true)));
    }

    static RichTextSectionElement bold(String emoji, String text) {
        return section(emoji, List.of(new Span(text, true)));
    }

    /** A line that calls somebody. */
    static RichTextBlock mention(String user, String blockId) {
        RichTextElement mention =
                RichTextSectionElement.User.builder().userId(user).build();
        return RichTextBlock.builder()
                .blockId(blockId)
                .elements(List.of(RichTextSectionElement.builder()
                        .elements(List.of(mention))
                        .build()))
                .build();
    }

    private static LayoutBlock bullets(List<RichTextElement> items) {
        return block(List.of(
                RichTextListElement.builder().style("bullet").elements(items).build()));
    }

    private static LayoutBlock block(List<BlockElement> elements) {
        return RichTextBlock.builder().elements(elements).build();
    }

    private static RichTextSectionElement section(List<Span> spans) {
        return RichTextSectionElement.builder().elements(texts(spans)).build();
    }

    private static RichTextSectionElement section(String emoji, List<Span> spans) {
        RichTextElement sign =
                RichTextSectionElement.Emoji.builder().name(emoji).build();
        List<RichTextElement> spaced = texts(
                Stream.concat(Stream.of(new Span(" ", false)), spans.stream()).toList());
        return RichTextSectionElement.builder()
                .elements(Stream.concat(Stream.of(sign), spaced.stream()).toList())
                .build();
    }

    private static List<RichTextElement> texts(List<Span> spans) {
        return spans.stream().map(RichText::text).toList();
    }

    private static RichTextElement text(Span span) {
        var text = RichTextSectionElement.Text.builder().text(span.text());
        return (span.bold() ? text.style(TextStyle.builder().bold(true).build()) : text).build();
    }

    /** The spans in pages that fit a block each. */
    private static List<List<Span>> pages(List<Span> spans) {
        List<List<Span>> pages = new ArrayList<>();
        List<Span> page = new ArrayList<>();
        for (Span span : spans) {
            for (String piece : Pieces.of(span.text(), BlockKitLimits.TEXT)) {
                if (length(page) + piece.length() > BlockKitLimits.TEXT) {
                    pages.add(page);
                    page = new ArrayList<>();
                }
                page.add(new Span(piece, span.bold()));
            }
        }
        if (!page.isEmpty()) {
            pages.add(page);
        }
        return pages;
    }

    private static int length(List<Span> spans) {
        return spans.stream().mapToInt(span -> span.text().length()).sum();
    }
}
