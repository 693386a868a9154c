package org.secondlook.teams;

import java.time.Duration;
import java.util.List;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.outbox.Delivery;
import org.secondlook.core.outbox.Flow;
import org.secondlook.core.outbox.Letter;
import org.secondlook.core.outbox.Messenger;
import org.secondlook.teams.card.Cards;
import org.secondlook.teams.card.Place;
import org.secondlook.teams.card.UnfitViewException;
import org.secondlook.teams.connector.CardMessage;
import org.secondlook.teams.connector.Posted;
import org.secondlook.teams.connector.UndeliveredException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends letters on Teams, each once. A message has at most 28 KB here, since a card has, and a conversation takes 7
 * messages a second, as documented.
 */
public final class TeamsMessenger implements Messenger {

    private static final Logger log = LoggerFactory.getLogger(TeamsMessenger.class);

    private final Post post;
    private final Cards cards;

    TeamsMessenger(Post post, Cards cards) {
        this.post = post;
        this.cards = cards;
    }

    @Override
    public Platform platform() {
        return Platform.TEAMS;
    }

    /**
     * A bot may send 7 messages in 1 second, 8 in 2, 60 in 30 and 1,800 in an hour to a conversation, and make 30 requests
     * a second in a tenant (rate limits of the Bot Framework for Teams); what it answers counts as well.
     */
    @Override
    public List<Flow> flows(Letter letter) {
        String tenant = "teams/" + letter.organisation();
        String conversation = tenant + "/" + letter.conversation();
        return List.of(
                new Flow(tenant, 10, Duration.ofMillis(100)),
                new Flow(conversation, 3, Duration.ofSeconds(1)),
                new Flow(conversation + "/hour", 300, Duration.ofSeconds(3)));
    }

    /** The place of what is delivered is the id of its conversation and its own, with a space between. */
    @Override
    public Delivery send(Letter letter) {
        try {
            return new Delivery.Delivered(post(letter).toString());
        } catch (UndeliveredException e) {
            return e.delivery();
        } catch (UnfitViewException e) {
            log.error("Letter cannot be drawn id={} reason={}", letter.id(), e.getMessage());
            return new Delivery.Permanent("view does not fit a card");
        }
    }

    private Posted post(Letter letter) {
        return letter.channel()
                .map(channel -> post.toChannel(channel, letter.person(), drawn(letter, Place.CHANNEL)))
                .orElseGet(() -> post.toPerson(letter.person(), drawn(letter, Place.CHAT)));
    }

    private CardMessage drawn(Letter letter, Place place) {
        return new CardMessage(cards.draw(letter.view(), place), letter.view().notice());
    }
}
