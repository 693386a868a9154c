package org.secondlook.slack;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.context.builtin.DefaultContext;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.util.json.GsonFactory;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A press of a button, or of the submit button of a modal: nearly all that people do. Bolt's own requests of these kinds make
 * a JSON reader anew each time, which takes several times as long as the reading.
 */
final class Interaction extends Request<DefaultContext> {

    private static final Gson READER = GsonFactory.createSnakeCase();

    private final RequestType type;
    private final String body;
    private final DefaultContext context;
    private final BiFunction<Acts, Context, Optional<Act>> meaning;

    private Interaction(
            RequestType type, String body, JsonObject payload, BiFunction<Acts, Context, Optional<Act>> meaning) {
        this.type = type;
        this.body = body;
        this.context = context(payload);
        this.meaning = meaning;
    }

    /** A button of a message, a modal or the home tab. */
    static Interaction press(String body, JsonObject json) {
        Optional<Set<String>> blocks = takeBlocks(json);
        BlockActionPayload payload = READER.fromJson(json, BlockActionPayload.class);
        return new Interaction(
                RequestType.BlockAction, body, json, (acts, context) -> acts.press(payload, blocks, context));
    }

    /** The submit button of a modal. */
    static Interaction submission(String body, JsonObject json) {
        Optional<Set<String>> blocks = takeBlocks(json);
        ViewSubmissionPayload payload = READER.fromJson(json, ViewSubmissionPayload.class);
        return new Interaction(
                RequestType.ViewSubmission, body, json, (acts, context) -> acts.submission(payload, blocks, context));
    }

    /** Who did what, and where. */
    Optional<Act> act(Acts acts) {
        return meaning.apply(acts, context);
    }

    /** The ids of the blocks of a view, of which nobody needs more: the blocks are most of what would have to be read. */
    private static Optional<Set<String>> takeBlocks(JsonObject payload) {
        return Optional.ofNullable(payload.get("view"))
                .filter(JsonElement::isJsonObject)
                .map(view -> view.getAsJsonObject().remove("blocks"))
                .filter(JsonElement::isJsonArray)
                .map(blocks -> blocks.getAsJsonArray().asList().stream()
                        .map(block -> block.getAsJsonObject().get("block_id"))
                        .filter(id -> id != null && id.isJsonPrimitive())
                        .map(JsonElement::getAsString)
                        .collect(Collectors.toSet()));
    }

    /** Whose it is: where an app is installed may be another workspace than where it was pressed (Slack Connect). */
    private static DefaultContext context(JsonObject payload) {
        DefaultContext context = new DefaultContext();
        text(payload, "view", "app_installed_team_id")
                .or(() -> text(payload, "team", "id"))
                .or(() -> text(payload, "view", "team_id"))
                .or(() -> text(payload, "user", "team_id"))
                .ifPresent(context::setTeamId);
        text(payload, "enterprise", "id")
                .or(() -> text(payload, "team", "enterprise_id"))
                .ifPresent(context::setEnterpriseId);
        return context;
    }

    private static Optional<String> text(JsonObject payload, String object, String property) {
        return Optional.ofNullable(payload.get(object))
                .filter(JsonElement::isJsonObject)
                .map(found -> found.getAsJsonObject().get(property))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString);
    }

    @Override
    public DefaultContext getContext() {
        return context;
    }

    @Override
    public RequestType getRequestType() {
        return type;
    }

    @Override
    public String getRequestBodyAsString() {
        return body;
    }

    @Override
    public RequestHeaders getHeaders() {
        return new RequestHeaders(Map.of());
    }

    @Override
    public @Nullable String getResponseUrl() {
        return null;
    }
}
