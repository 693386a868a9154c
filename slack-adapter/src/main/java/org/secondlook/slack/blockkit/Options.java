package org.secondlook.slack.blockkit;

import com.slack.api.model.block.composition.OptionGroupObject;
import com.slack.api.model.block.composition.OptionObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.secondlook.core.message.Input;

/** Draws what may be chosen. An option has 75 characters and a line of 75 more below it; a longer label takes both. */
final class Options {

    private static final List<String> BREAKS = List.of(". ", "; ", ", ", " (", ": ", " ");

    private Options() {}

    static List<OptionObject> of(List<Input.Option> options) {
        return options.stream().map(Options::of).toList();
    }

    /** Those that are chosen, in their order. */
    static List<OptionObject> chosen(List<OptionObject> options, List<String> values) {
        return options.stream()
                .filter(option -> values.contains(option.getValue()))
                .toList();
    }

    /** Groups for a menu of more than 100 options, each called after the first and last word that it holds. */
    static List<OptionGroupObject> groups(List<OptionObject> options) {
        return chunks(options, BlockKitLimits.MENU_OPTIONS).stream()
                .map(chunk -> OptionGroupObject.builder()
                        .label(PlainText.of(firstWord(chunk.get(0)) + " – " + firstWord(chunk.get(chunk.size() - 1))))
                        .options(chunk)
                        .build())
                .toList();
    }

    static <T> List<List<T>> chunks(List<T> all, int most) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += most) {
            chunks.add(all.subList(from, Math.min(from + most, all.size())));
        }
        return chunks;
    }

    private static OptionObject of(Input.Option option) {
        String label = option.label();
        var drawn = OptionObject.builder().value(option.id());
        if (label.length() <= BlockKitLimits.OPTION_TEXT) {
            return drawn.text(PlainText.of(label)).build();
        }
        int at = sensibleBreak(label);
        String below = PlainText.fitting(label.substring(at).strip(), BlockKitLimits.OPTION_TEXT);
        return drawn.text(PlainText.of(label.substring(0, at).strip()))
                .description(PlainText.of(below))
                .build();
    }

    /** The last good place at which both halves fit, if there is one. */
    private static int sensibleBreak(String label) {
        int most = BlockKitLimits.OPTION_TEXT;
        return BREAKS.stream()
                .flatMap(mark -> Stream.of(label.lastIndexOf(mark, most - mark.length()))
                        .filter(at -> at > 0)
                        .map(at -> mark.equals(" (") ? at : at + mark.length()))
                .filter(at -> label.length() - at <= most)
                .findFirst()
                .orElseGet(() -> Pieces.of(label, most).get(0).length());
    }

    private static String firstWord(OptionObject option) {
        String text = option.getText().getText();
        int space = text.indexOf(' ');
        return PlainText.fitting(space > 0 ? text.substring(0, space) : text, BlockKitLimits.OPTION_TEXT / 2 - 2);
    }
}
