package org.secondlook.slack.blockkit;

import com.slack.api.model.block.composition.PlainTextObject;

/** Text in which nothing means anything: neither mentions, nor links, nor emphasis, nor emoji names. */
final class PlainText {

    private static final String MORE = "…";

    private PlainText() {}

    static PlainTextObject of(String text) {
        return PlainTextObject.builder().text(text).emoji(false).build();
    }

    /** A label that must fit: shortened where names in it made it too long. */
    static String fitting(String label, int most) {
        return label.length() <= most
                ? label
                : Pieces.of(label, most - 1).get(0).strip() + MORE;
    }
}
