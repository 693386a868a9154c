package org.secondlook.core.turn;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.casework.Case;
import org.secondlook.core.conversation.CaseFile;
import org.secondlook.core.conversation.Messages;
import org.secondlook.core.conversation.Scene;
import org.secondlook.core.directory.Person;
import org.secondlook.core.message.View;
import org.secondlook.core.outbox.Letter;
import org.secondlook.core.outbox.Messenger;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.outbox.Pacing;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.routing.Router;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the outbox holds: draws each message for whoever acts for its addressee now. What is no longer asked is not
 * sent.
 */
public final class PostRoom {

    private static final Logger log = LoggerFactory.getLogger(PostRoom.class);

    /** Messages that tell something of a case without giving a part in it. */
    private static final Set<String> LIGHT =
            Set.of("E-2b", "L-2", "L-4", "N-8", "V-9n", "Z-10n", "X-1o", "X-2l", "X-2o");

    private final Scenes scenes;
    private final CaseStore store;
    private final Clock clock;
    private final Clock wire;
    private final Mornings mornings;
    private final Dispatch dispatch;
    private final Outcomes outcomes;

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
        this.clock = clock;
        this.wire = wire;
        this.mornings = new Mornings(scenes, store);
        this.outcomes = new Outcomes(store, new DeliveryBook(scenes, store, clock), clock, random);
        this.dispatch = new Dispatch(messengers, pacing, clock, wire, outcomes);
    }

    /** Sends every message that is due now, and says how many there were. Several threads may run this at once. */
    public int run() {
        int sent = 0;
        for (Partnership partnership : scenes.partnerships().all()) {
            Instant since = wire.instant();
            for (Optional<Lease> one = claim(partnership); one.isPresent(); one = claim(partnership)) {
                trySend(partnership, one.get(), since);
                since = wire.instant();
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
    private void trySend(Partnership partnership, Lease lease, Instant since) {
        try {
            Claim.of(store, partnership, lease, since)
                    .ifPresentOrElse(this::send, () -> store.complete(partnership.id(), lease));
        } catch (RuntimeException e) {
            log.error(
                    "Message could not be sent partnership={} id={} fault={}",
                    partnership.id(),
                    lease.member(),
                    TurnFault.places(e));
        }
    }

    private void send(Claim claim) {
        Partnership partnership = claim.partnership();
        OutboxMessage message = claim.message();
        Optional<CaseFile> file = message.theCase()
                .map(id -> CaseFile.of(store.history(partnership.id(), id)))
                .filter(f -> f.theCase().status() != Case.Status.NOT_SENT);
        boolean asked = isAsked(message, file);
        if (!asked && !Mornings.mayStandForOthers(message)) {
            drop(claim, "it is no longer asked");
            return;
        }
        Protocol protocol = file.map(f -> partnership.protocol(f.theCase().protocol()))
                .orElseGet(() -> partnership.protocol(partnership.current()));
        Router router = new Router(protocol, partnership.directory(), WorkingCalendar.dayOf(clock.instant()));
        Optional<Person> person = message.to()
                .whom(router)
                .flatMap(partnership.directory()::person)
                .filter(found -> !found.identities().isEmpty());
        if (person.isEmpty()) {
            outcomes.nobodyThere(claim);
            return;
        }
        Scene scene = scenes.of(partnership, protocol, person.get(), clock.instant());
        if (asked && !mayReceive(message, file, scene)) {
            drop(claim, "nobody is entitled to it");
            return;
        }
        Optional<View> list = Optional.empty();
        if (Mornings.gathers(message)) {
            if (mornings.isHadBy(partnership, scene, message)) {
                drop(claim, "the person had their nudge of the day");
                return;
            }
            list = mornings.list(partnership, scene, asked ? 2 : 1);
        }
        if (!asked && list.isEmpty()) {
            drop(claim, "nothing is asked any more");
            return;
        }
        dispatch.send(letter(scene, file, claim, list), claim);
    }

    private void drop(Claim claim, String why) {
        log.info("Message not sent id={} why=\"{}\"", claim.message().id(), why);
        store.complete(claim.partnership().id(), claim.lease());
    }

    private static boolean isAsked(OutboxMessage message, Optional<CaseFile> file) {
        return message.theCase().isEmpty()
                || file.filter(f -> message.about()
                                .map(about -> f.theCase().open(about).isPresent())
                                .orElse(true))
                        .isPresent();
    }

    private static boolean mayReceive(OutboxMessage message, Optional<CaseFile> file, Scene scene) {
        return LIGHT.contains(message.message())
                || file.map(f -> Messages.mayReceive(f, scene)).orElse(true);
    }

    /** The message as its recipient gets it. */
    private static Letter letter(Scene scene, Optional<CaseFile> file, Claim claim, Optional<View> list) {
        OutboxMessage message = claim.message();
        Messages messages = new Messages(scene, claim.channel().isPresent());
        View view = list.or(() -> message.gap().map(messages::gap))
                .or(() -> file.map(f -> messages.about(f, message.message(), message.about())))
                .orElseGet(() -> messages.alert(
                        message.message(),
                        message.aboutPerson().orElseThrow(),
                        message.id().turn()));
        return new Letter(
                message.id(),
                scene.person().identities().get(0),
                claim.channel(),
                view,
                message.next().perhapsSent());
    }
}
