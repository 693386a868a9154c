package org.secondlook.core.turn;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.conversation.CaseFile;
import org.secondlook.core.conversation.Messages;
import org.secondlook.core.conversation.Scene;
import org.secondlook.core.directory.Channel;
import org.secondlook.core.directory.Directory;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.directory.Team;
import org.secondlook.core.message.View;
import org.secondlook.core.outbox.Delivery;
import org.secondlook.core.outbox.Letter;
import org.secondlook.core.outbox.Messenger;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.core.outbox.OutboxMessage;
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
    private static final Set<String> LIGHT = Set.of("E-2b", "Z-10n");

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final int DOUBLINGS = 8;

    private final Scenes scenes;
    private final CaseStore store;
    private final Map<Platform, Messenger> messengers;
    private final Clock clock;

    /** @param messengers one for each platform that is set up */
    public PostRoom(Scenes scenes, CaseStore store, Stream<Messenger> messengers, Clock clock) {
        this.scenes = scenes;
        this.store = store;
        this.messengers = messengers.collect(Collectors.toMap(Messenger::platform, Function.identity()));
        this.clock = clock;
    }

    /** Sends every message that is due now, and says how many there were. Several threads may run this at once. */
    public int run() {
        int sent = 0;
        for (Partnership partnership : scenes.partnerships().all()) {
            for (Optional<Lease> one = claim(partnership); one.isPresent(); one = claim(partnership)) {
                trySend(partnership, one.get());
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
    private void trySend(Partnership partnership, Lease lease) {
        try {
            store.message(partnership.id(), new OutboxId(lease.member()))
                    .ifPresentOrElse(
                            message -> send(partnership, lease, message),
                            () -> store.complete(partnership.id(), lease));
        } catch (RuntimeException e) {
            log.error(
                    "Message could not be sent partnership={} id={} fault={}",
                    partnership.id(),
                    lease.member(),
                    TurnFault.places(e));
        }
    }

    private void send(Partnership partnership, Lease lease, OutboxMessage message) {
        Optional<Letter> letter = letter(partnership, message);
        if (letter.isEmpty()) {
            log.info("Message not sent, nobody to send it to or no longer asked id={}", message.id());
            store.complete(partnership.id(), lease);
            return;
        }
        Messenger messenger = messengers.get(letter.get().person().platform());
        Delivery delivery = messenger == null
                ? new Delivery.Permanent("no messenger for the platform")
                : messenger.send(letter.get());
        delivery.accept(new Outcome(partnership.id(), lease, message));
    }

    /** The message as its recipient gets it; nothing if it is no longer asked, or nobody is entitled to it. */
    private Optional<Letter> letter(Partnership partnership, OutboxMessage message) {
        Directory directory = partnership.directory();
        Instant now = clock.instant();
        Optional<CaseFile> file = message.theCase()
                .map(id -> CaseFile.of(store.history(partnership.id(), id)))
                .filter(f -> f.theCase().status() != Case.Status.NOT_SENT);
        if (message.theCase().isPresent() && file.isEmpty()) {
            return Optional.empty();
        }
        boolean asked = message.about().isEmpty()
                || file.filter(f -> f.theCase().open(message.about().get()).isPresent())
                        .isPresent();
        Protocol protocol = file.map(f -> partnership.protocol(f.theCase().protocol()))
                .orElseGet(() -> partnership.protocol(partnership.current()));
        Router router = new Router(protocol, directory, WorkingCalendar.dayOf(now));
        Optional<Person> person = message.to().accept(new Addressee(router, directory));
        Optional<PlatformIdentity> identity =
                person.flatMap(p -> p.identities().stream().findFirst());
        if (!asked || person.isEmpty() || identity.isEmpty()) {
            return Optional.empty();
        }
        Scene scene = scenes.of(partnership, protocol, person.get(), now);
        Optional<Channel> channel = IN_CHANNEL.contains(message.message())
                ? message.to().accept(new ChannelOf(directory))
                : Optional.empty();
        if (file.isPresent() && !LIGHT.contains(message.message()) && !Messages.mayReceive(file.get(), scene)) {
            return Optional.empty();
        }
        Messages messages = new Messages(scene, channel.isPresent());
        View view = file.map(f -> messages.about(f, message.message(), message.about()))
                .orElseGet(() ->
                        messages.alert(message.message(), message.aboutPerson().orElseThrow()));
        return Optional.of(new Letter(message.id(), identity.get(), channel, view));
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

    private final class Outcome implements Delivery.Visitor<Void> {

        private final PartnershipId partnership;
        private final Lease lease;
        private final OutboxMessage message;

        Outcome(PartnershipId partnership, Lease lease, OutboxMessage message) {
            this.partnership = partnership;
            this.lease = lease;
            this.message = message;
        }

        @Override
        public Void delivered(String place) {
            store.complete(partnership, lease);
            return null;
        }

        @Override
        public Void temporary(String reason, Optional<Duration> retryAfter) {
            Duration backoff = FIRST_RETRY.multipliedBy(1L << Math.min(message.attempts(), DOUBLINGS));
            Instant later = clock.instant().plus(retryAfter.orElse(backoff));
            log.warn(
                    "Message not delivered yet id={} attempt={} reason={}",
                    message.id(),
                    message.attempts() + 1,
                    reason);
            store.retry(partnership, lease, message.triedAgainAt(later));
            return null;
        }

        @Override
        public Void permanent(String reason) {
            log.error("Message cannot be delivered id={} reason={}", message.id(), reason);
            store.complete(partnership, lease);
            return null;
        }
    }
}
