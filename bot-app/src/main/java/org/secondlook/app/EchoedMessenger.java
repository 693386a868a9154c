package org.secondlook.app;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.outbox.Delivery;
import org.secondlook.core.outbox.Flow;
import org.secondlook.core.outbox.Letter;
import org.secondlook.core.outbox.Messenger;

/** Slack's messenger, of which {@link SlackSilence} learns which messages Slack is to send back. */
final class EchoedMessenger implements Messenger {

    private final Messenger messenger;
    private final SlackSilence silence;
    private final Clock clock;

    /** @param clock the case clock */
    EchoedMessenger(Messenger messenger, SlackSilence silence, Clock clock) {
        this.messenger = messenger;
        this.silence = silence;
        this.clock = clock;
    }

    @Override
    public Platform platform() {
        return messenger.platform();
    }

    @Override
    public List<Flow> flows(Letter letter) {
        return messenger.flows(letter);
    }

    /** What may have been sent before is perhaps found rather than posted, and then nothing comes back. */
    @Override
    public Delivery send(Letter letter) {
        Instant handedIn = clock.instant();
        Delivery delivery = messenger.send(letter);
        if (letter.channel().isEmpty() && !letter.perhapsSent() && delivery.isDelivered()) {
            silence.posted(letter.organisation(), handedIn);
        }
        return delivery;
    }
}
