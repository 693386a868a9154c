package org.secondlook.slack.blockkit;

import com.google.gson.JsonObject;
import com.slack.api.model.view.View;

/** Reads a drawn view as Slack's own types have it. */
final class DrawnView {

    private DrawnView() {}

    static View of(JsonObject drawn) {
        return BlockKit.GSON.fromJson(drawn, View.class);
    }
}
