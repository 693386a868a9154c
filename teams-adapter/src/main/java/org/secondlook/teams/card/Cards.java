package org.secondlook.teams.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.secondlook.core.message.View;

/**
 * Draws views as Adaptive Cards of version 1.5, the latest that Teams takes from a bot. A card has less than 28 KB, the
 * documented limit of Teams for a card; the core keeps its views below that.
 */
public final class Cards {

    static final int MOST_BYTES = 28 * 1024;

    /** What a chat list, a toast or a lock screen may show of a card is its first words: nothing but our name. */
    static final String NAME = "Second Look";

    /** Draws a view for where it will stand. */
    public ObjectNode draw(View view, Place place) {
        if (place == Place.CHANNEL) {
            requireLight(view);
        }
        ObjectNode card = card(view, place, Buttons.Fallback.SUBMIT);
        if (place == Place.CHAT && bytes(card) >= MOST_BYTES) {
            card = card(view, place, Buttons.Fallback.NONE);
        }
        if (bytes(card) >= MOST_BYTES) {
            throw new UnfitViewException("Expected view %s to fit a card of %d bytes, but it takes %d"
                    .formatted(view.id(), MOST_BYTES, bytes(card)));
        }
        return card;
    }

    private static int bytes(ObjectNode card) {
        return card.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static ObjectNode card(View view, Place place, Buttons.Fallback fallback) {
        ObjectNode card = Elements.object("AdaptiveCard")
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("version", "1.5")
                .put("lang", "en")
                .put("fallbackText", view.notice());
        card.set("body", Elements.array(body(view, place, new Buttons(place, view.inputs(), fallback))));
        return card;
    }

    private static List<ObjectNode> body(View view, Place place, Buttons buttons) {
        List<ObjectNode> body = new ArrayList<>(title(view, place));
        Sections sections = new Sections(buttons);
        view.sections().forEach(section -> body.addAll(section.accept(sections)));
        Inputs inputs = new Inputs(view);
        view.inputs().forEach(input -> body.addAll(inputs.draw(input)));
        body.addAll(buttons.draw(view.actions()));
        return body;
    }

    /** A dialog shows its title in its own frame. */
    private static List<ObjectNode> title(View view, Place place) {
        if (place == Place.DIALOG) {
            return List.of();
        }
        List<ObjectNode> title = new ArrayList<>();
        title.add(Elements.textBlock(NAME).put("size", "small").put("isSubtle", true));
        if (!view.title().equals(NAME)) {
            title.add(Elements.heading(view.title()).put("size", "large"));
        }
        return title;
    }

    /** Nobody's words ever stand in a channel, whatever the core hands over. */
    private static void requireLight(View view) {
        IsLight light = new IsLight();
        if (!view.inputs().isEmpty() || !view.sections().stream().allMatch(section -> section.accept(light))) {
            throw new UnfitViewException(
                    "Expected view %s to be fit for a channel, but it holds somebody's words".formatted(view.id()));
        }
    }
}
