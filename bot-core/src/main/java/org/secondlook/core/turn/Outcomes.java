package org.secondlook.core.turn;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.secondlook.core.casework.Deliveries.Delay;
import org.secondlook.core.outbox.Attempt;
import org.secondlook.core.outbox.Delivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what follows from an attempt to send: it is done, tried again, goes to the person instead, or is given up. */
final class Outcomes {

    private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LAST_RETRY = Duration.ofMinutes(2);
    private static final int DOUBLINGS = 5;

    /** How much earlier or later than planned an attempt may be made, so that many do not come at once. */
    private static final double JITTER = 0.2;

    /** When the sender of what does not get through is told, and when anybody is at the latest (reliability 1.5). */
    private static final Map<Delay, Duration> TOLD_AFTER =
            Map.of(Delay.NOTICED, Duration.ofMinutes(2), Delay.LONG, Duration.ofMinutes(15));

    private final CaseStore store;
    private final DeliveryBook book;
    private final Clock clock;
    private final RandomGenerator random;

    Outcomes(CaseStore store, DeliveryBook book, Clock clock, RandomGenerator random) {
        this.store = store;
        this.book = book;
        this.clock = clock;
        this.random = random;
    }

    /** It was not tried. */
    void putOff(Claim claim, Instant later) {
        tryNext(claim, claim.message().next().putOff(later));
    }

    /** There is no other way to a post that nobody acts for. */
    void nobodyThere(Claim claim) {
        log.error(
                "Message cannot be delivered, nobody is there id={}",
                claim.message().id());
        giveUp(claim);
    }

    /** What a platform says of the message becomes what follows from it. */
    Delivery.Visitor<Void> of(Claim claim) {
        return new Following(claim);
    }

    private void tryNext(Claim claim, Attempt next) {
        store.retry(claim.partnership().id(), claim.lease(), claim.message().with(next));
    }

    private void giveUp(Claim claim) {
        book.givenUp(claim.partnership(), claim.lease(), claim.message());
    }

    private final class Following implements Delivery.Visitor<Void> {

        private final Claim claim;
        private final Attempt attempt;

        Following(Claim claim) {
            this.claim = claim;
            this.attempt = claim.message().next();
        }

        @Override
        public Void delivered(String place) {
            book.delivered(claim.partnership(), claim.lease(), claim.message());
            return null;
        }

        @Override
        public Void temporary(String reason, Optional<Duration> retryAfter) {
            tryAgain(reason, attempt.again(later(retryAfter)));
            return null;
        }

        @Override
        public Void unknown(String reason) {
            tryAgain(reason, attempt.unknown(later(Optional.empty())));
            return null;
        }

        private Instant later(Optional<Duration> retryAfter) {
            Duration doubled = FIRST_RETRY.multipliedBy(1L << Math.min(attempt.before(), DOUBLINGS));
            Duration backoff = doubled.compareTo(LAST_RETRY) < 0 ? doubled : LAST_RETRY;
            double factor = random.nextDouble(1 - JITTER, 1 + JITTER);
            return clock.instant()
                    .plus(retryAfter.orElseGet(() -> Duration.ofMillis((long) (backoff.toMillis() * factor))));
        }

        private void tryAgain(String reason, Attempt next) {
            log.warn(
                    "Message not delivered yet id={} attempt={} reason={}",
                    claim.message().id(),
                    next.before(),
                    reason);
            tryNext(claim, next);
            TOLD_AFTER.forEach((delay, after) -> {
                if (!clock.instant().isBefore(claim.message().released().plus(after))) {
                    book.delayed(claim.partnership(), claim.message(), delay);
                }
            });
        }

        /** What a channel does not take goes to the person; what was meant for a person never goes to a channel. */
        @Override
        public Void permanent(String reason) {
            boolean inChannel = claim.channel().isPresent();
            log.error(
                    "Message cannot be delivered id={} reason={} inChannel={}",
                    claim.message().id(),
                    reason,
                    inChannel);
            if (inChannel) {
                tryNext(claim, attempt.instead());
            } else {
                giveUp(claim);
            }
            return null;
        }
    }
}
