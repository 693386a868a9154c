package org.secondlook.core.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.directory.Channel;
import org.secondlook.core.directory.Team;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.core.outbox.OutboxMessage;

/**
 * A message that nobody else sends for a while.
 *
 * @param since when it was asked for, by the machine's clock
 */
record Claim(Partnership partnership, Lease lease, Instant since, OutboxMessage message) {

    /** Half of the time for which a claim stands: whoever was held up for longer may no longer be the only one. */
    private static final Duration TRUSTED = Duration.ofSeconds(30);

    /** Messages by which somebody is asked to act: they go where the team answers. The rest goes to the person. */
    private static final Set<String> IN_CHANNEL = Set.of("V-1", "E-3");

    /** The claim on a message; nothing where the message is gone. */
    static Optional<Claim> of(CaseStore store, Partnership partnership, Lease lease, Instant since) {
        return store.message(partnership.id(), new OutboxId(lease.member()))
                .map(message -> lease.again() ? message.with(message.next().begunBefore()) : message)
                .map(message -> new Claim(partnership, lease, since, message));
    }

    boolean isTrusted(Instant wire) {
        return !wire.isAfter(since.plus(TRUSTED));
    }

    /** The channel it goes to; none for what goes to a person, and where the channel does not take it. */
    Optional<Channel> channel() {
        return message.to()
                .asPost()
                .filter(post -> IN_CHANNEL.contains(message.message())
                        && !message.next().toThePerson())
                .flatMap(post -> partnership.directory().post(post).team())
                .map(partnership.directory()::team)
                .flatMap(Team::channel);
    }
}
