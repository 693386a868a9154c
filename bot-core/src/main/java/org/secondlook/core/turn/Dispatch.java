package org.secondlook.core.turn;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.outbox.Delivery;
import org.secondlook.core.outbox.Lanes;
import org.secondlook.core.outbox.Letter;
import org.secondlook.core.outbox.Messenger;
import org.secondlook.core.outbox.Pacing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands letters to their platforms, in the lane of their organisation and in step with what the platforms take. */
final class Dispatch {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

    private final Map<Platform, Messenger> messengers;
    private final Pacing pacing;
    private final Clock clock;
    private final Clock wire;
    private final Outcomes outcomes;
    private final Lanes lanes = new Lanes();

    Dispatch(Stream<Messenger> messengers, Pacing pacing, Clock clock, Clock wire, Outcomes outcomes) {
        this.messengers = messengers.collect(Collectors.toMap(Messenger::platform, Function.identity()));
        this.pacing = pacing;
        this.clock = clock;
        this.wire = wire;
        this.outcomes = outcomes;
    }

    void send(Letter letter, Claim claim) {
        Messenger messenger = messengers.get(letter.platform());
        if (messenger == null) {
            outcomes.of(claim).permanent("no messenger for the platform");
        } else {
            send(letter, messenger, claim);
        }
    }

    private void send(Letter letter, Messenger messenger, Claim claim) {
        String organisation = letter.organisation();
        if (!lanes.enter(organisation, clock.instant())) {
            outcomes.putOff(claim, lanes.putOff(organisation, clock.instant()));
            return;
        }
        try {
            Duration wait = pacing.ask(claim.partnership().id(), messenger.flows(letter));
            if (!wait.isZero()) {
                Instant later = clock.instant().plus(wait);
                outcomes.putOff(claim, lanes.putOff(organisation, later));
            } else if (claim.isTrusted(wire.instant())) {
                Delivery delivery = messenger.send(letter);
                lanes.note(organisation, delivery.isPassing(), clock.instant());
                delivery.accept(outcomes.of(claim));
            } else {
                log.warn("Message not sent, it was held up and may be sent by another id={}", letter.id());
            }
        } finally {
            lanes.leave(organisation);
        }
    }
}
