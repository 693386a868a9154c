package org.secondlook.slack;

import com.slack.api.model.Conversation;
import java.util.Optional;
import org.secondlook.core.directory.Channel;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.message.View;
import org.secondlook.core.outbox.Delivery;
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
                    : post(workspace.get(), letter.person().user(), BlockKit.message(letter.view()));
        } catch (SlackCallException e) {
            return e.isPassing()
                    ? new Delivery.Temporary(e.error(), e.retryAfter())
                    : new Delivery.Permanent(e.error());
        } catch (UndrawableViewException e) {
            log.error(
                    "Letter cannot be drawn id={} view={} why={}",
                    letter.id(),
                    letter.view().id(),
                    e.getMessage());
            return new Delivery.Permanent("undrawable");
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
        return post(workspace, channel.id(), called(channel, letter));
    }

    /** Whoever is wanted is called, if they are of the same workspace. */
    private static BlockKitMessage called(Channel channel, Letter letter) {
        View view = letter.view();
        boolean here = letter.person().platform() == Platform.SLACK
                && letter.person().organisation().equals(channel.organisation());
        return here ? BlockKit.message(view, letter.person().user()) : BlockKit.message(view);
    }

    private static Delivery post(Workspace workspace, String where, BlockKitMessage message) throws SlackCallException {
        MessagePlace place = workspace.api().post(where, message);
        return new Delivery.Delivered(String.join("/", workspace.organisation(), place.channel(), place.ts()));
    }
}
