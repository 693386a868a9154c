package org.secondlook.slack;

import com.slack.api.model.Conversation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.secondlook.core.directory.Channel;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.message.View;
import org.secondlook.core.outbox.Delivery;
import org.secondlook.core.outbox.Flow;
import org.secondlook.core.outbox.Letter;
import org.secondlook.core.outbox.Messenger;
import org.secondlook.slack.Workspaces.Workspace;
import org.secondlook.slack.blockkit.BlockKit;
import org.secondlook.slack.blockkit.BlockKitMessage;
import org.secondlook.slack.blockkit.UndrawableViewException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts letters in Slack, once each. Nothing is posted in a channel that anybody can join or that another organisation
 * shares; Slack is asked each time, because a channel may be shared while a letter waits (security.md T4).
 */
final class SlackMessenger implements Messenger {

    private static final Logger log = LoggerFactory.getLogger(SlackMessenger.class);

    private final Workspaces workspaces;

    SlackMessenger(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public Platform platform() {
        return Platform.SLACK;
    }

    /** Slack takes about one message a second in a conversation, and several hundred a minute in a workspace. */
    @Override
    public List<Flow> flows(Letter letter) {
        String workspace = "slack/" + letter.organisation();
        return List.of(
                new Flow(workspace, 20, Duration.ofMillis(250)),
                new Flow(workspace + "/" + letter.conversation(), 1, Duration.ofSeconds(1)));
    }

    @Override
    public Delivery send(Letter letter) {
        Optional<Channel> channel = letter.channel().filter(c -> c.platform() == Platform.SLACK);
        String organisation =
                channel.map(Channel::organisation).orElse(letter.person().organisation());
        Optional<Workspace> workspace = workspaces.find(organisation);
        if (workspace.isEmpty()) {
            return new Delivery.Permanent("workspace_not_set_up");
        }
        try {
            return channel.isPresent()
                    ? inChannel(workspace.get(), channel.get(), letter)
                    : inChat(workspace.get(), letter);
        } catch (SlackCallException e) {
            return fault(e);
        } catch (UndrawableViewException e) {
            log.error(
                    "Letter cannot be drawn id={} view={} why={}",
                    letter.id(),
                    letter.view().id(),
                    e.getMessage());
            return new Delivery.Permanent("undrawable");
        }
    }

    private static Delivery fault(SlackCallException e) {
        if (!e.isPassing()) {
            return new Delivery.Permanent(e.error());
        }
        return e.mayHavePosted() ? new Delivery.Unknown(e.error()) : new Delivery.Temporary(e.error(), e.retryAfter());
    }

    private static Delivery inChat(Workspace workspace, Letter letter) throws SlackCallException {
        String user = letter.person().user();
        if (letter.perhapsSent()) {
            Optional<MessagePlace> found = found(workspace, letter);
            if (found.isPresent()) {
                return delivered(workspace, found.get());
            }
        }
        return post(workspace, user, BlockKit.message(letter.view()), letter);
    }

    /** Where it stands already; nothing as well where Slack does not let the bot look: then it is posted again. */
    private static Optional<MessagePlace> found(Workspace workspace, Letter letter) {
        try {
            return workspace.api().find(letter.person().user(), letter.id());
        } catch (SlackCallException e) {
            log.warn("Letter may be posted twice, Slack did not say id={} reason={}", letter.id(), e.error());
            return Optional.empty();
        }
    }

    private static Delivery inChannel(Workspace workspace, Channel channel, Letter letter) throws SlackCallException {
        Conversation now = workspace.api().info(channel.id());
        if (!now.isPrivate()) {
            return new Delivery.Permanent("channel_not_private");
        }
        if (now.isShared() || now.isExtShared() || now.isPendingExtShared() || now.isOrgShared()) {
            return new Delivery.Permanent("channel_shared");
        }
        return post(workspace, channel.id(), called(channel, letter), letter);
    }

    /** Whoever is wanted is called, if they are of the same workspace. */
    private static BlockKitMessage called(Channel channel, Letter letter) {
        View view = letter.view();
        boolean here = letter.person().platform() == Platform.SLACK
                && letter.person().organisation().equals(channel.organisation());
        return here ? BlockKit.message(view, letter.person().user()) : BlockKit.message(view);
    }

    private static Delivery post(Workspace workspace, String where, BlockKitMessage message, Letter letter)
            throws SlackCallException {
        return delivered(workspace, workspace.api().post(where, message, letter.id()));
    }

    private static Delivery delivered(Workspace workspace, MessagePlace place) {
        return new Delivery.Delivered(String.join("/", workspace.organisation(), place.channel(), place.ts()));
    }
}
