package org.secondlook.slack;

import com.google.gson.JsonObject;
import java.util.function.Consumer;
import org.secondlook.core.conversation.FixedViews;
import org.secondlook.core.message.View;
import org.secondlook.slack.blockkit.BlockKit;
import org.secondlook.slack.blockkit.BlockKitMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows views to one person. What was done is stored by then, so a view that Slack does not show undoes nothing: the
 * person is told in their chat how to get there.
 */
final class Screens {

    private static final Logger log = LoggerFactory.getLogger(Screens.class);

    private final Caller caller;
    private final WebApi api;
    private final FixedViews fixed;
    private final Consumer<Incident> incidents;

    Screens(Caller caller, FixedViews fixed, Consumer<Incident> incidents) {
        this.caller = caller;
        this.api = caller.workspace().api();
        this.fixed = fixed;
        this.incidents = incidents;
    }

    /** In a dialog of its own. */
    void open(String trigger, View view) {
        JsonObject modal = BlockKit.modal(view);
        showOrSay(() -> api.open(trigger, modal));
    }

    /** In a dialog over the one that stands. */
    void lay(String trigger, View view) {
        JsonObject modal = BlockKit.modal(view);
        showOrSay(() -> api.push(trigger, modal));
    }

    /** In place of a dialog. If that was replaced meanwhile, the person sees something newer already. */
    void replace(Dialog dialog, View view) {
        JsonObject modal = BlockKit.modal(view);
        showOrSay(() -> {
            try {
                api.update(dialog.id(), dialog.hash(), modal);
            } catch (SlackCallException e) {
                if (!e.is("hash_conflict")) {
                    throw e;
                }
            }
        });
    }

    /** In the home tab. */
    void publish(View view) {
        JsonObject home = BlockKit.home(view);
        show(() -> api.publish(caller.user(), home));
    }

    /** As the next message in the person's chat with the bot. */
    void post(View view) {
        BlockKitMessage message = BlockKit.message(view);
        show(() -> api.post(caller.user(), message));
    }

    /** In a channel, to the person alone. */
    void whisper(String channel, View view) {
        BlockKitMessage message = BlockKit.message(view);
        show(() -> api.whisper(channel, caller.user(), message));
    }

    /** In place of a message. */
    void replace(PostedMessage standing, View view) {
        BlockKitMessage message = BlockKit.inPlaceOf(standing.blocks(), view);
        showOrSay(() -> api.replace(standing.place(), message.text(), message.blocksAsJson()));
    }

    /** The same message without its buttons. */
    void settle(PostedMessage standing) {
        show(() -> api.replace(standing.place(), standing.text(), standing.blocksWithoutButtons()));
    }

    /** A call that shows something. */
    @FunctionalInterface
    private interface Showing {
        void show() throws SlackCallException;
    }

    private boolean show(Showing showing) {
        try {
            showing.show();
            return true;
        } catch (SlackCallException e) {
            incidents.accept(Incident.NOT_SHOWN);
            log.warn("Slack view not shown caller={} method={} error={}", caller, e.method(), e.error());
            return false;
        }
    }

    private void showOrSay(Showing showing) {
        if (!show(showing)) {
            post(fixed.openAgain());
        }
    }
}
