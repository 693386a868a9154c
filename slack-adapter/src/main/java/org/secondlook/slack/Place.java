package org.secondlook.slack;

import com.google.gson.JsonObject;
import com.slack.api.bolt.response.Response;
import java.util.Optional;
import org.secondlook.core.message.View;
import org.secondlook.slack.blockkit.BlockKit;

/**
 * Where somebody acted, and so where they are answered. What is shown by a call of our own is shown before Slack gets its
 * acknowledgement, which is what the methods return.
 */
sealed interface Place {

    /** By which calls of our own are made. */
    Screens screens();

    /** Shows the next screen. */
    Response screen(View view);

    /** Shows the list of cases. */
    default Response home(View view) {
        return screen(view);
    }

    /** Shows what takes the place of the message whose button was pressed. */
    default Response message(View view) {
        return screen(view);
    }

    /** Shows the next message of a chat; elsewhere it stands in the chat too, where the person goes on typing. */
    default Response chat(View view) {
        screens().post(view);
        return screen(view);
    }

    /** Shows something without taking away what the person has typed. */
    default Response beside(View view) {
        return screen(view);
    }

    /** A slash command or a shortcut: nothing stands there yet. */
    record Anywhere(Screens screens, String trigger) implements Place {

        @Override
        public Response screen(View view) {
            screens.open(trigger, view);
            return Response.ok();
        }
    }

    /**
     * The home tab.
     *
     * @param trigger of the button that was pressed; none if the person only looks
     */
    record HomeTab(Screens screens, Optional<String> trigger) implements Place {

        @Override
        public Response screen(View view) {
            trigger.ifPresentOrElse(t -> screens.open(t, view), () -> screens.publish(view));
            return Response.ok();
        }

        @Override
        public Response home(View view) {
            screens.publish(view);
            return Response.ok();
        }
    }

    /** A button of a modal. */
    record Modal(Screens screens, String trigger, Dialog dialog) implements Place {

        @Override
        public Response screen(View view) {
            screens.replace(dialog, view);
            return Response.ok();
        }

        @Override
        public Response beside(View view) {
            screens.lay(trigger, view);
            return Response.ok();
        }
    }

    /** The submit button of a modal: the answer to the request is the answer to the person. */
    record Submission(Screens screens) implements Place {

        @Override
        public Response screen(View view) {
            return respond("update", view);
        }

        @Override
        public Response beside(View view) {
            return respond("push", view);
        }

        private static Response respond(String action, View view) {
            JsonObject answer = new JsonObject();
            answer.addProperty("response_action", action);
            answer.add("view", BlockKit.modal(view));
            return Response.builder()
                    .contentType(Response.CONTENT_TYPE_APPLICATION_JSON_UTF8)
                    .body(BlockKit.GSON.toJson(answer))
                    .build();
        }
    }

    /** The chat with the bot, where somebody typed. */
    record Chat(Screens screens) implements Place {

        @Override
        public Response screen(View view) {
            return chat(view);
        }

        @Override
        public Response chat(View view) {
            screens.post(view);
            return Response.ok();
        }
    }

    /** A channel, where somebody called the bot by its name: only they see the answer. */
    record Mention(Screens screens, String channel) implements Place {

        @Override
        public Response screen(View view) {
            return chat(view);
        }

        @Override
        public Response chat(View view) {
            screens.whisper(channel, view);
            return Response.ok();
        }
    }

    /**
     * A button of a message.
     *
     * @param message none where only the presser saw it
     */
    record Message(Screens screens, String trigger, Optional<PostedMessage> message) implements Place {

        @Override
        public Response screen(View view) {
            screens.open(trigger, view);
            return Response.ok();
        }

        @Override
        public Response message(View view) {
            message.ifPresentOrElse(standing -> screens.replace(standing, view), () -> screens.open(trigger, view));
            return Response.ok();
        }

        @Override
        public Response chat(View view) {
            screens.post(view);
            message.filter(standing -> standing.place().isDirect())
                    .ifPresentOrElse(screens::settle, () -> screens.open(trigger, view));
            return Response.ok();
        }
    }
}
