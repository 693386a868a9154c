package org.secondlook.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.Context;
import com.slack.api.model.Message;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.view.View;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.FixedViews;
import org.secondlook.core.turn.Turn;
import org.secondlook.slack.Workspaces.Workspace;
import org.secondlook.slack.blockkit.EnteredValues;

/**
 * Says of each kind of request who did what, and where. A request of another form ends in some {@link RuntimeException};
 * an empty answer means that it calls for nothing.
 */
final class Acts {

    static final String COMMAND = "/second-look";
    static final String SHORTCUT = "raise";

    private final Workspaces workspaces;
    private final FixedViews fixed;
    private final Consumer<Incident> incidents;

    Acts(Workspaces workspaces, FixedViews fixed, Consumer<Incident> incidents) {
        this.workspaces = workspaces;
        this.fixed = fixed;
        this.incidents = incidents;
    }

    /** {@code /second-look}, with a word or without. */
    Optional<Act> command(SlashCommandPayload payload, Context context) {
        if (!COMMAND.equals(payload.getCommand())) {
            return Optional.empty();
        }
        Caller caller = caller(context, payload.getUserId(), null);
        String word =
                Optional.ofNullable(payload.getText()).map(SlackText::plain).orElse("");
        return Optional.of(new Act(
                interaction(payload.getTriggerId()),
                caller,
                new Place.Anywhere(screens(caller), payload.getTriggerId()),
                new Turn.Begun(word.strip())));
    }

    /** The shortcut that is there wherever the person is. */
    Optional<Act> shortcut(GlobalShortcutPayload payload, Context context) {
        if (!SHORTCUT.equals(payload.getCallbackId())) {
            return Optional.empty();
        }
        Caller caller =
                caller(context, payload.getUser().getId(), payload.getUser().getTeamId());
        return Optional.of(new Act(
                interaction(payload.getTriggerId()),
                caller,
                new Place.Anywhere(screens(caller), payload.getTriggerId()),
                new Turn.Begun("")));
    }

    /**
     * A button of a message, a modal or the home tab: only buttons act, one at a time.
     *
     * @param blocks the ids of the blocks of the view, if it is one
     */
    Optional<Act> press(BlockActionPayload payload, Optional<Set<String>> blocks, Context context) {
        Optional<BlockActionPayload.Action> button = payload.getActions().stream()
                .filter(action -> "button".equals(action.getType()) && action.getValue() != null)
                .findFirst();
        Caller caller =
                caller(context, payload.getUser().getId(), payload.getUser().getTeamId());
        return button.map(pressed -> new Act(
                interaction(payload.getTriggerId()),
                caller,
                place(payload, caller),
                pressed(payload, blocks, pressed)));
    }

    /**
     * The submit button of a modal.
     *
     * @param blocks the ids of its blocks
     */
    Optional<Act> submission(ViewSubmissionPayload payload, Optional<Set<String>> blocks, Context context) {
        View view = payload.getView();
        Caller caller =
                caller(context, payload.getUser().getId(), payload.getUser().getTeamId());
        return Optional.ofNullable(view.getPrivateMetadata())
                .filter(token -> !token.isEmpty())
                .map(token -> new Act(
                        interaction(payload.getTriggerId()),
                        caller,
                        new Place.Submission(screens(caller)),
                        new Turn.Pressed(token, EnteredValues.of(view.getState(), blocks))));
    }

    /** Somebody opens the home tab. */
    Optional<Act> look(EventsApiPayload<AppHomeOpenedEvent> payload, Context context) {
        AppHomeOpenedEvent event = payload.getEvent();
        if (!"home".equals(event.getTab())) {
            return Optional.empty();
        }
        Caller caller = caller(context, event.getUser(), null);
        return Optional.of(new Act(
                event(payload), caller, new Place.HomeTab(screens(caller), Optional.empty()), new Turn.Looked()));
    }

    /** Somebody types in their chat with the bot. */
    Optional<Act> typed(EventsApiPayload<MessageEvent> payload, Context context) {
        MessageEvent event = payload.getEvent();
        if (!isInChat(event) || event.getBotId() != null || event.getUser() == null) {
            return Optional.empty();
        }
        Caller caller = caller(context, event.getUser(), event.getTeam());
        String text = Optional.ofNullable(event.getText()).map(SlackText::plain).orElse("");
        return Optional.of(new Act(event(payload), caller, new Place.Chat(screens(caller)), new Turn.Typed(text)));
    }

    /** Whether Slack tells the bot of what it posted itself: nobody else that is no person writes in a chat with it. */
    static boolean isOwn(MessageEvent event) {
        return isInChat(event) && event.getBotId() != null;
    }

    private static boolean isInChat(MessageEvent event) {
        return "im".equals(event.getChannelType());
    }

    /** Somebody calls the bot in a channel: whatever they say there is not for it to read. */
    Optional<Act> mention(EventsApiPayload<AppMentionEvent> payload, Context context) {
        AppMentionEvent event = payload.getEvent();
        if (event.getBotId() != null || event.getUser() == null) {
            return Optional.empty();
        }
        String own = Optional.ofNullable(event.getUserTeam()).orElse(event.getTeam());
        Caller caller = caller(context, event.getUser(), own);
        return Optional.of(new Act(
                event(payload),
                caller,
                new Place.Mention(screens(caller), event.getChannel()),
                new Turn.Typed("hello")));
    }

    private static Turn.Input pressed(
            BlockActionPayload payload, Optional<Set<String>> blocks, BlockActionPayload.Action button) {
        if (payload.getView() != null) {
            return new Turn.Pressed(
                    button.getValue(), EnteredValues.of(payload.getView().getState(), blocks));
        }
        Optional<Set<String>> ofMessage = Optional.ofNullable(payload.getMessage())
                .map(Message::getBlocks)
                .map(standing -> standing.stream().map(LayoutBlock::getBlockId).collect(Collectors.toSet()));
        return new Turn.Pressed(button.getValue(), EnteredValues.of(payload.getState(), ofMessage));
    }

    private Place place(BlockActionPayload payload, Caller caller) {
        View view = payload.getView();
        String trigger = payload.getTriggerId();
        if (view == null) {
            return new Place.Message(screens(caller), trigger, standing(payload));
        }
        return "home".equals(view.getType())
                ? new Place.HomeTab(screens(caller), Optional.of(trigger))
                : new Place.Modal(screens(caller), trigger, new Dialog(view.getId(), view.getHash()));
    }

    /** The message, if it stands for others to see too; a fleeting one cannot be replaced. */
    private static Optional<PostedMessage> standing(BlockActionPayload payload) {
        if (payload.getMessage() == null
                || payload.getContainer() == null
                || payload.getContainer().isEphemeral()) {
            return Optional.empty();
        }
        return Optional.of(new PostedMessage(
                new MessagePlace(
                        payload.getContainer().getChannelId(),
                        payload.getContainer().getMessageTs()),
                Optional.ofNullable(payload.getMessage().getText()).orElse(""),
                Optional.ofNullable(payload.getMessage().getBlocks()).orElseGet(List::of)));
    }

    private Caller caller(Context context, @Nullable String user, @Nullable String ownTeam) {
        Workspace workspace = workspaces
                .find(context.getTeamId(), context.getEnterpriseId())
                .orElseThrow(() -> new IllegalStateException("Expected a workspace that is set up"));
        return Caller.of(workspace, Objects.requireNonNull(user, "user"), context.getTeamId(), ownTeam);
    }

    private Screens screens(Caller caller) {
        return new Screens(caller, fixed, incidents);
    }

    /** Each press has a trigger of its own. */
    private static TurnId interaction(@Nullable String triggerId) {
        return new TurnId("slack." + Objects.requireNonNull(triggerId, "trigger_id"));
    }

    /** An event that is delivered again has the same id. */
    private static TurnId event(EventsApiPayload<?> payload) {
        return new TurnId("slack." + Objects.requireNonNull(payload.getEventId(), "event_id"));
    }
}
