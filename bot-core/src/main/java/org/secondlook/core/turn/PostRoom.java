package org.secondlook.core.turn;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.Deliveries.Delay;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.conversation.CaseFile;
import org.secondlook.core.conversation.Messages;
import org.secondlook.core.conversation.Scene;
import org.secondlook.core.directory.Channel;
import org.secondlook.core.directory.Directory;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.directory.Team;
import org.secondlook.core.message.View;
import org.secondlook.core.outbox.Attempt;
import org.secondlook.core.outbox.Delivery;
import org.secondlook.core.outbox.Lanes;
import org.secondlook.core.outbox.Letter;
import org.secondlook.core.outbox.Messenger;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.outbox.Pacing;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.routing.Acting;
import org.secondlook.core.routing.Router;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the outbox holds: draws each message for whoever acts for its addressee now, hands it to their platform, and
 * records what became of it. What is no longer asked is not sent.
 */
public final class PostRoom {

    private static final Logger log = LoggerFactory.getLogger(PostRoom.class);

    /** Messages by which somebody is asked to act: they go where the team answers. The rest goes to the person. */
    private static final Set<String> IN_CHANNEL = Set.of("V-1", "E-3");

    /** Messages that tell something of a case without giving a part in it. */
    private static final Set<String> LIGHT = Set.of("E-2b", "Z-10n", "X-1o", "X-2l", "X-2o");

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LAST_RETRY = Duration.ofMinutes(2);
    private static final int DOUBLINGS = 5;

    /** Half of the time for which a claim stands: whoever was held up for longer may no longer be the only one. */
    private static final Duration CLAIM_TRUSTED = Duration.ofSeconds(30);

    /** How much earlier or later than planned an attempt may be made, so that many do not come at once. */
    private static final double JITTER = 0.2;

    /** When the sender of what does not get through is told, and when anybody is at the latest (reliability 1.5). */
    private static final Map<Delay, Duration> TOLD_AFTER =
            Map.of(Delay.NOTICED, Duration.ofMinutes(2), Delay.LONG, Duration.ofMinutes(15));

    private final Scenes scenes;
    private final CaseStore store;
    private final Map<Platform, Messenger> messengers;
    private final Pacing pacing;
    private final Clock clock;
    private final Clock wire;
    private final RandomGenerator random;
    private final DeliveryBook book;
    private final Mornings mornings;
    private final Lanes lanes = new Lanes();

    /**
     * @param messengers one for each platform that is set up
     * @param clock the clock by which messages are due
     * @param wire the machine's clock, by which claims end
     */
    public PostRoom(
            Scenes scenes,
            CaseStore store,
            Stream<Messenger> messengers,
            Pacing pacing,
            Clock clock,
            Clock wire,
            RandomGenerator random) {
        this.scenes = scenes;
        this.store = store;
        this.messengers = messengers.collect(Collectors.toMap(Messenger::platform, Function.identity()));
        this.pacing = pacing;
        this.clock = clock;
        this.wire = wire;
        this.random = random;
        this.book = new DeliveryBook(scenes, store, clock);
        this.mornings = new Mornings(scenes, store);
    }

    /** Sends every message that is due now, and says how many there were. Several threads may run this at once. */
    public int run() {
        int sent = 0;
        for (Partnership partnership : scenes.partnerships().all()) {
            Instant claimed = wire.instant();
            for (Optional<Lease> one = claim(partnership); one.isPresent(); one = claim(partnership)) {
                trySend(partnership, one.get(), claimed);
                claimed = wire.instant();
                sent++;
            }
        }
        return sent;
    }

    /** One at a time: a slow platform must not hold the claims of messages that others could send meanwhile. */
    private Optional<Lease> claim(Partnership partnership) {
        return store.claimMessages(partnership.id(), clock.instant(), 1).stream()
                .findFirst();
    }

    /** One message that cannot be drawn must not stop the others; its claim ends and it is tried again. */
    private void trySend(Partnership partnership, Lease lease, Instant claimed) {
        try {
            store.message(partnership.id(), new OutboxId(lease.member()))
                    .ifPresentOrElse(
                            message -> send(new Outcome(
                                    partnership,
                                    lease,
                                    claimed,
                                    lease.again() ? message.with(message.next().begunBefore()) : message)),
                            () -> store.complete(partnership.id(), lease));
        } catch (RuntimeException e) {
            log.error(
                    "Message could not be sent partnership={} id={} fault={}",
                    partnership.id(),
                    lease.member(),
                    TurnFault.places(e));
        }
    }

    private void send(Outcome outcome) {
        Partnership partnership = outcome.partnership;
        Lease lease = outcome.lease;
        OutboxMessage message = outcome.message;
        Optional<CaseFile> file = message.theCase()
                .map(id -> CaseFile.of(store.history(partnership.id(), id)))
                .filter(f -> f.theCase().status() != Case.Status.NOT_SENT);
        if (!isAsked(message, file)) {
            log.info("Message not sent, no longer asked id={}", message.id());
            store.complete(partnership.id(), lease);
            return;
        }
        Protocol protocol = file.map(f -> partnership.protocol(f.theCase().protocol()))
                .orElseGet(() -> partnership.protocol(partnership.current()));
        Directory directory = partnership.directory();
        Router router = new Router(protocol, directory, WorkingCalendar.dayOf(clock.instant()));
        Optional<Person> person = message.to()
                .accept(new Addressee(router, directory))
                .filter(found -> !found.identities().isEmpty());
        if (person.isEmpty()) {
            outcome.nobodyThere();
            return;
        }
        Scene scene = scenes.of(partnership, protocol, person.get(), clock.instant());
        if (file.isPresent() && !LIGHT.contains(message.message()) && !Messages.mayReceive(file.get(), scene)) {
            log.info("Message not sent, nobody is entitled to it id={}", message.id());
            store.complete(partnership.id(), lease);
            return;
        }
        if (Mornings.gathers(message) && mornings.isHadBy(partnership, scene, message)) {
            log.info("Message not sent, the person had their nudge of the day id={}", message.id());
            store.complete(partnership.id(), lease);
            return;
        }
        Letter letter = letter(scene, file, message, gathered(partnership, scene, message));
        Messenger messenger = messengers.get(letter.platform());
        if (messenger == null) {
            outcome.permanent("no messenger for the platform");
        } else {
            send(letter, messenger, outcome);
        }
    }

    private Optional<View> gathered(Partnership partnership, Scene scene, OutboxMessage message) {
        return Mornings.gathers(message) ? mornings.list(partnership, scene) : Optional.empty();
    }

    private static boolean isAsked(OutboxMessage message, Optional<CaseFile> file) {
        return message.theCase().isEmpty()
                || file.filter(f -> message.about()
                                .map(about -> f.theCase().open(about).isPresent())
                                .orElse(true))
                        .isPresent();
    }

    /** Sends in the lane of its organisation and in step with what the platform takes, or puts it off. */
    private void send(Letter letter, Messenger messenger, Outcome outcome) {
        String organisation = letter.organisation();
        if (!lanes.enter(organisation, clock.instant())) {
            outcome.putOff(lanes.putOff(organisation, clock.instant()));
            return;
        }
        boolean failed = true;
        try {
            Duration wait = pacing.ask(outcome.partnership.id(), messenger.flows(letter));
            if (!wait.isZero()) {
                failed = false;
                outcome.putOff(lanes.putOff(organisation, clock.instant().plus(wait)));
                return;
            }
            if (wire.instant().isAfter(outcome.claimed.plus(CLAIM_TRUSTED))) {
                log.warn("Message not sent, it was held up and may be sent by another id={}", letter.id());
                failed = false;
                return;
            }
            Delivery delivery = messenger.send(letter);
            failed = delivery.accept(new IsPassing());
            delivery.accept(outcome);
        } finally {
            lanes.leave(organisation, failed, clock.instant());
        }
    }

    /** The message as its recipient gets it. */
    private static Letter letter(Scene scene, Optional<CaseFile> file, OutboxMessage message, Optional<View> gathered) {
        Optional<Channel> channel = channel(scene.directory(), message);
        Messages messages = new Messages(scene, channel.isPresent());
        View view = gathered.or(() -> message.gap().map(messages::gap))
                .or(() -> file.map(f -> messages.about(f, message.message(), message.about())))
                .orElseGet(() ->
                        messages.alert(message.message(), message.aboutPerson().orElseThrow()));
        return new Letter(
                message.id(),
                scene.person().identities().get(0),
                channel,
                view,
                message.next().perhapsSent());
    }

    /** The channel that a message goes to; none for what goes to a person, and where the channel does not take it. */
    private static Optional<Channel> channel(Directory directory, OutboxMessage message) {
        return IN_CHANNEL.contains(message.message()) && !message.next().toThePerson()
                ? message.to().accept(new ChannelOf(directory))
                : Optional.empty();
    }

    private record Addressee(Router router, Directory directory) implements Telling.To.Visitor<Optional<Person>> {

        @Override
        public Optional<Person> post(PostId post) {
            return router.actingFor(post).map(Acting::person);
        }

        @Override
        public Optional<Person> person(PersonId person) {
            return directory.person(person);
        }
    }

    private record ChannelOf(Directory directory) implements Telling.To.Visitor<Optional<Channel>> {

        @Override
        public Optional<Channel> post(PostId post) {
            return directory.post(post).team().map(directory::team).flatMap(Team::channel);
        }

        @Override
        public Optional<Channel> person(PersonId person) {
            return Optional.empty();
        }
    }

    /** Whether the platform, rather than what was sent, is what failed. */
    private static final class IsPassing implements Delivery.Visitor<Boolean> {

        @Override
        public Boolean delivered(String place) {
            return false;
        }

        @Override
        public Boolean temporary(String reason, Optional<Duration> retryAfter) {
            return true;
        }

        @Override
        public Boolean unknown(String reason) {
            return true;
        }

        @Override
        public Boolean permanent(String reason) {
            return false;
        }
    }

    private final class Outcome implements Delivery.Visitor<Void> {

        private final Partnership partnership;
        private final Lease lease;
        private final Instant claimed;
        private final OutboxMessage message;

        Outcome(Partnership partnership, Lease lease, Instant claimed, OutboxMessage message) {
            this.partnership = partnership;
            this.lease = lease;
            this.claimed = claimed;
            this.message = message;
        }

        /** There is no other way to a post that nobody acts for. */
        void nobodyThere() {
            log.error("Message cannot be delivered, nobody is there id={}", message.id());
            book.givenUp(partnership, lease, message);
        }

        void putOff(Instant later) {
            store.retry(partnership.id(), lease, message.with(message.next().putOff(later)));
        }

        @Override
        public Void delivered(String place) {
            book.delivered(partnership, lease, message);
            return null;
        }

        @Override
        public Void temporary(String reason, Optional<Duration> retryAfter) {
            tryAgain(reason, message.next().again(later(retryAfter)));
            return null;
        }

        @Override
        public Void unknown(String reason) {
            tryAgain(reason, message.next().unknown(later(Optional.empty())));
            return null;
        }

        private Instant later(Optional<Duration> retryAfter) {
            Duration doubled =
                    FIRST_RETRY.multipliedBy(1L << Math.min(message.next().before(), DOUBLINGS));
            Duration backoff = doubled.compareTo(LAST_RETRY) < 0 ? doubled : LAST_RETRY;
            double factor = random.nextDouble(1 - JITTER, 1 + JITTER);
            return clock.instant()
                    .plus(retryAfter.orElseGet(() -> Duration.ofMillis((long) (backoff.toMillis() * factor))));
        }

        private void tryAgain(String reason, Attempt next) {
            log.warn("Message not delivered yet id={} attempt={} reason={}", message.id(), next.before(), reason);
            store.retry(partnership.id(), lease, message.with(next));
            TOLD_AFTER.forEach((delay, after) -> {
                if (!clock.instant().isBefore(message.released().plus(after))) {
                    book.delayed(partnership, message, delay);
                }
            });
        }

        /** What a channel does not take goes to the person; what was meant for a person never goes to a channel. */
        @Override
        public Void permanent(String reason) {
            boolean inChannel = channel(partnership.directory(), message).isPresent();
            log.error("Message cannot be delivered id={} reason={} inChannel={}", message.id(), reason, inChannel);
            if (inChannel) {
                store.retry(partnership.id(), lease, message.with(message.next().instead()));
            } else {
                book.givenUp(partnership, lease, message);
            }
            return null;
        }
    }
}
