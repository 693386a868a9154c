package org.secondlook.slack.blockkit;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonSerializer;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import com.slack.api.util.json.GsonFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws a view as a modal, as the home tab or as a message. What people typed is always plain text; nothing is drawn in
 * Slack's own markup. What was drawn is checked against Slack's limits before it leaves.
 */
public final class BlockKit {

    /**
     * Writes the SDK's types as Slack takes them. The SDK itself writes every style that a text does not have, some of
     * which Slack does not document for texts.
     */
    public static final Gson GSON = GsonFactory.createSnakeCase()
            .newBuilder()
            .registerTypeAdapter(TextStyle.class, (JsonSerializer<TextStyle>) (style, type, context) -> style(style))
            .disableHtmlEscaping()
            .create();

    /** The callback id of every view. */
    public static final String CALLBACK = "second-look";

    private static final Logger log = LoggerFactory.getLogger(BlockKit.class);

    private static final String MENTION = "mention";
    private static final String CLOSE = "Close";
    private static final int DRAWING_BYTES = 6;

    private final View view;
    private final ButtonElements buttons;

    private BlockKit(View view) {
        this.view = view;
        this.buttons = new ButtonElements(view);
    }

    /**
     * The view as a dialog, in JSON; its submit button takes what was entered, and its token travels as private metadata.
     */
    public static JsonObject modal(View view) {
        return new BlockKit(view).modal();
    }

    /** The view as the home tab, in JSON, with its buttons on top. */
    public static JsonObject home(View view) {
        return new BlockKit(view).home();
    }

    /** The view as a message in a chat. */
    public static BlockKitMessage message(View view) {
        return new BlockKit(view).message(List.of());
    }

    /** The view as a message in a channel, with a line that calls somebody. */
    public static BlockKitMessage message(View view, String user) {
        return new BlockKit(view).message(List.of(RichText.mention(user, MENTION)));
    }

    /** The view in place of a message that stands; whom that one called, this one names too. */
    public static BlockKitMessage inPlaceOf(List<LayoutBlock> standing, View view) {
        return new BlockKit(view)
                .message(standing.stream()
                        .filter(block -> MENTION.equals(block.getBlockId()))
                        .toList());
    }

    private JsonObject modal() {
        Optional<Action> submit = view.submit();
        List<LayoutBlock> below = concat(
                inputs(),
                buttons.row(view.actions().stream()
                        .filter(action -> action.style() != Action.Style.SUBMIT)
                        .toList()));
        var modal = com.slack.api.model.view.View.builder()
                .type("modal")
                .callbackId(CALLBACK)
                .title(ViewTitle.builder().type("plain_text").text(view.title()).build())
                .close(ViewClose.builder().type("plain_text").text(CLOSE).build())
                .submit(submit.map(action -> ViewSubmit.builder()
                                .type("plain_text")
                                .text(action.label())
                                .build())
                        .orElse(null))
                .privateMetadata(submit.map(Action::token).orElse(null))
                .notifyOnClose(false)
                .blocks(concat(sections(BlockKitLimits.VIEW_BLOCKS - below.size()), below))
                .build();
        return checked(modal);
    }

    private JsonObject home() {
        List<LayoutBlock> above = concat(buttons.row(view.actions()), heading());
        List<LayoutBlock> inputs = inputs();
        int room = BlockKitLimits.VIEW_BLOCKS - above.size() - inputs.size();
        var home = com.slack.api.model.view.View.builder()
                .type("home")
                .callbackId(CALLBACK)
                .blocks(concat(above, concat(sections(room), inputs)))
                .build();
        return checked(home);
    }

    private JsonObject checked(com.slack.api.model.view.View drawn) {
        JsonObject json = GSON.toJsonTree(drawn).getAsJsonObject();
        BlockKitLimits.require(view.id(), json);
        return json;
    }

    /** The first block may stand on a lock screen as the text does; whoever is called comes after it. */
    private BlockKitMessage message(List<LayoutBlock> mention) {
        List<LayoutBlock> below = concat(inputs(), buttons.row(view.actions()));
        int room = BlockKitLimits.MESSAGE_BLOCKS - mention.size() - below.size();
        List<LayoutBlock> read = concat(heading(), sections(room - 1));
        List<LayoutBlock> blocks = new ArrayList<>(read);
        blocks.addAll(Math.min(1, blocks.size()), mention);
        blocks.addAll(below);
        BlockKitMessage message = new BlockKitMessage(view.notice(), blocks);
        BlockKitLimits.require(view.id(), message);
        return message;
    }

    /** The title, where Slack shows none and the view does not begin with a heading of its own. */
    private List<LayoutBlock> heading() {
        boolean headed = view.sections().stream().findFirst().stream().anyMatch(Section.Heading.class::isInstance);
        return headed ? List.of() : new Section.Heading(view.title()).accept(new SectionBlocks(buttons));
    }

    /** What is read, as far as there is room: a list of very many cases ends in a sign that there are more. */
    private List<LayoutBlock> sections(int room) {
        List<LayoutBlock> blocks = view.sections().stream()
                .flatMap(section -> section.accept(new SectionBlocks(buttons)).stream())
                .toList();
        if (blocks.size() <= room) {
            return blocks;
        }
        int shown = room - 1;
        log.warn("View shortened view={} blocks={} shown={}", view.id(), blocks.size(), shown);
        List<LayoutBlock> more =
                new Section.Heading("… +" + (blocks.size() - shown)).accept(new SectionBlocks(buttons));
        return concat(blocks.subList(0, shown), more);
    }

    private List<LayoutBlock> inputs() {
        InputBlocks inputs = new InputBlocks(drawing());
        return view.inputs().stream()
                .flatMap(input -> inputs.of(input).stream())
                .toList();
    }

    /** Tells this drawing from every other: the buttons are sealed anew each time. */
    private String drawing() {
        String seal = view.allActions().map(Action::token).findFirst().orElse("");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(seal.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, DRAWING_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected SHA-256 on every Java", e);
        }
    }

    private static JsonObject style(TextStyle style) {
        JsonObject flags = new JsonObject();
        flags.addProperty("bold", style.isBold());
        return flags;
    }

    private static List<LayoutBlock> concat(List<LayoutBlock> first, List<LayoutBlock> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
