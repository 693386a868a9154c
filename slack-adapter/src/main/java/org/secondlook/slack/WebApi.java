package org.secondlook.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.Message;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.slack.blockkit.BlockKit;
import org.secondlook.slack.blockkit.BlockKitMessage;

/** The calls of Slack's Web API that the bot makes in one workspace. Each is made once and never repeated. */
final class WebApi {

    /** Apps that are sold outside Slack's marketplace are given no more. */
    private static final int LOOKED_AT = 15;

    private final MethodsClient methods;

    WebApi(Slack slack, String botToken) {
        this.methods = slack.methods(botToken);
    }

    /** Opens a modal; a trigger serves once, within 3 seconds. */
    void open(String trigger, JsonObject view) throws SlackCallException {
        call("views.open", () -> methods.viewsOpen(r -> r.triggerId(trigger).viewAsString(json(view))));
    }

    /** Lays a modal over the one that stands; 3 may lie one over the other. */
    void push(String trigger, JsonObject view) throws SlackCallException {
        call("views.push", () -> methods.viewsPush(r -> r.triggerId(trigger).viewAsString(json(view))));
    }

    /** Replaces a modal, unless it was replaced since somebody saw it. */
    void update(String viewId, @Nullable String hash, JsonObject view) throws SlackCallException {
        call(
                "views.update",
                () -> methods.viewsUpdate(r -> r.viewId(viewId).hash(hash).viewAsString(json(view))));
    }

    /** Replaces somebody's home tab. */
    void publish(String user, JsonObject view) throws SlackCallException {
        call("views.publish", () -> methods.viewsPublish(r -> r.userId(user).viewAsString(json(view))));
    }

    /** Posts a message in a channel, or in somebody's chat with the bot by their user id, and says where it stands. */
    MessagePlace post(String channel, BlockKitMessage message) throws SlackCallException {
        return post(posting(channel, message));
    }

    /** The same, marked so that it can be found again. */
    MessagePlace post(String channel, BlockKitMessage message, OutboxId id) throws SlackCallException {
        ChatPostMessageRequest posting = posting(channel, message);
        posting.setMetadata(metadata(id));
        return post(posting);
    }

    private static ChatPostMessageRequest posting(String channel, BlockKitMessage message) {
        return ChatPostMessageRequest.builder()
                .channel(channel)
                .text(message.text())
                .blocksAsString(message.blocksAsJson())
                .unfurlLinks(false)
                .unfurlMedia(false)
                .build();
    }

    private MessagePlace post(ChatPostMessageRequest posting) throws SlackCallException {
        ChatPostMessageResponse posted = call("chat.postMessage", () -> methods.chatPostMessage(posting));
        return new MessagePlace(posted.getChannel(), posted.getTs());
    }

    /** Where a message stands in somebody's chat with the bot, if it was posted there lately. */
    Optional<MessagePlace> find(String user, OutboxId id) throws SlackCallException {
        String chat = call("conversations.open", () -> methods.conversationsOpen(r -> r.users(List.of(user))))
                .getChannel()
                .getId();
        ConversationsHistoryResponse lately = call(
                "conversations.history",
                () -> methods.conversationsHistory(
                        r -> r.channel(chat).limit(LOOKED_AT).includeAllMetadata(true)));
        return lately.getMessages().stream()
                .filter(message -> metadata(id).equals(message.getMetadata()))
                .map(message -> new MessagePlace(chat, message.getTs()))
                .findFirst();
    }

    private static Message.Metadata metadata(OutboxId id) {
        return Message.Metadata.builder()
                .eventType("second_look_message")
                .eventPayload(Map.of("id", id.value()))
                .build();
    }

    /** Shows a message in a channel to one person only, for as long as they stay. */
    void whisper(String channel, String user, BlockKitMessage message) throws SlackCallException {
        call(
                "chat.postEphemeral",
                () -> methods.chatPostEphemeral(r ->
                        r.channel(channel).user(user).text(message.text()).blocksAsString(message.blocksAsJson())));
    }

    /** Replaces a message. */
    void replace(MessagePlace place, String text, String blocks) throws SlackCallException {
        call(
                "chat.update",
                () -> methods.chatUpdate(r ->
                        r.channel(place.channel()).ts(place.ts()).text(text).blocksAsString(blocks)));
    }

    /** What a channel is at this moment. */
    Conversation info(String channel) throws SlackCallException {
        return call("conversations.info", () -> methods.conversationsInfo(r -> r.channel(channel)))
                .getChannel();
    }

    private static String json(JsonObject view) {
        return BlockKit.GSON.toJson(view);
    }

    /** A call of the SDK. */
    @FunctionalInterface
    private interface Call<R> {
        R make() throws IOException, SlackApiException;
    }

    private static <R extends SlackApiTextResponse> R call(String method, Call<R> call) throws SlackCallException {
        R answer;
        try {
            answer = call.make();
        } catch (ConnectException | UnknownHostException e) {
            throw new SlackCallException(method, SlackCallException.NOT_REACHED, Optional.empty());
        } catch (IOException e) {
            throw new SlackCallException(method, SlackCallException.NO_ANSWER, Optional.empty());
        } catch (SlackApiException e) {
            throw SlackCallException.ofStatus(method, e.getResponse().code(), retryAfter(e.getResponse()));
        } catch (JsonParseException | NullPointerException e) {
            // The SDK's way of saying that a 200 held something else than JSON, or nothing.
            throw new SlackCallException(method, SlackCallException.UNREADABLE, Optional.empty());
        }
        if (!answer.isOk()) {
            String error = Optional.ofNullable(answer.getError()).orElse(SlackCallException.UNREADABLE);
            throw new SlackCallException(method, error, Optional.empty());
        }
        return answer;
    }

    /** Slack says it in whole seconds. */
    private static Optional<Duration> retryAfter(Response response) {
        return Optional.ofNullable(response.header("Retry-After"))
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }
}
