package org.secondlook.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.MessageEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.secondlook.core.conversation.FixedViews;
import org.secondlook.slack.blockkit.BlockKit;
import org.secondlook.slack.blockkit.BlockKitMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to what the bot has a use for; everything else is acknowledged. Bolt's own checks are left out: requests are
 * verified before they come here, and a workspace is known by our settings, without a call to Slack.
 */
final class Listeners {

    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    /** Which of a kind are ours, is decided in one place; Bolt would log those that it knows nothing of. */
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private final Workspaces workspaces;
    private final Acts acts;
    private final Reception reception;
    private final RecentlySeen answered;
    private final FixedViews fixed;
    private final Arrivals arrivals;
    private final Consumer<Incident> incidents;

    Listeners(
            Workspaces workspaces,
            Reception reception,
            RecentlySeen answered,
            FixedViews fixed,
            Arrivals arrivals,
            Consumer<Incident> incidents) {
        this.workspaces = workspaces;
        this.acts = new Acts(workspaces, fixed, incidents);
        this.reception = reception;
        this.answered = answered;
        this.fixed = fixed;
        this.arrivals = arrivals;
        this.incidents = incidents;
    }

    App app(Slack slack) {
        AppConfig config = AppConfig.builder()
                .slack(slack)
                .signingSecret(null)
                .singleTeamBotToken(null)
                .allEventsApiAutoAckEnabled(true)
                .unmatchedRequestHandler(request -> Response.ok())
                .build();
        App app = new App(
                config,
                List.<Middleware>of(
                        (request, response, chain) ->
                                isKnown(request) ? chain.next(request) : unknownWorkspace(request),
                        (request, response, chain) -> request instanceof Interaction interaction
                                ? receive(interaction.act(acts))
                                : chain.next(request)));
        app.command(ANY, (request, context) -> receive(acts.command(request.getPayload(), context)));
        app.globalShortcut(ANY, (request, context) -> receive(acts.shortcut(request.getPayload(), context)));
        app.event(AppHomeOpenedEvent.class, (event, context) -> once(event, context, acts.look(event, context)));
        app.event(MessageEvent.class, (event, context) -> once(event, context, acts.typed(event, context)));
        app.event(AppMentionEvent.class, (event, context) -> once(event, context, acts.mention(event, context)));
        return app.start();
    }

    private Response receive(Optional<Act> act) {
        return act.map(reception::receive).orElseGet(Response::ok);
    }

    /** Slack delivers an event again where our answer was slow; what was answered is not answered twice. */
    private <E extends Event> Response once(EventsApiPayload<E> event, Context context, Optional<Act> act) {
        boolean own = event.getEvent() instanceof MessageEvent message && Acts.isOwn(message);
        workspaces
                .find(context.getTeamId(), context.getEnterpriseId())
                .ifPresent(workspace -> arrivals.arrived(workspace.organisation(), own));
        if (answered.contains(event.getEventId())) {
            return Response.ok();
        }
        Response response = receive(act);
        answered.add(event.getEventId());
        return response;
    }

    private boolean isKnown(Request<?> request) {
        return request.getRequestType() == RequestType.UrlVerification
                || workspaces
                        .find(
                                request.getContext().getTeamId(),
                                request.getContext().getEnterpriseId())
                        .isPresent();
    }

    /** Without a token for the workspace nothing can be shown but in the answer itself, and only a command has one. */
    private Response unknownWorkspace(Request<?> request) {
        incidents.accept(Incident.UNKNOWN_WORKSPACE);
        log.warn(
                "Slack request from a workspace that is not set up team={} enterprise={}",
                request.getContext().getTeamId(),
                request.getContext().getEnterpriseId());
        if (request.getRequestType() != RequestType.Command) {
            return Response.ok();
        }
        BlockKitMessage stranger = BlockKit.message(fixed.stranger());
        return Response.builder()
                .contentType(Response.CONTENT_TYPE_APPLICATION_JSON_UTF8)
                .body(BlockKit.GSON.toJson(
                        Map.of("response_type", "ephemeral", "text", stranger.text(), "blocks", stranger.blocks())))
                .build();
    }
}
