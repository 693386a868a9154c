package org.secondlook.core.casework;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What became of the messages by which people are asked. That one was delivered does not mean that anybody read it. */
public final class Deliveries {

    /** How long a message has been trying to get through, when somebody is told of it (reliability 1.5, X-1). */
    public enum Delay {
        /** Long enough that its sender wants to know. */
        NOTICED,
        /** As long as anybody may wait before they are told that it still has not. */
        LONG
    }

    private final Map<ObligationId, Instant> delivered = new HashMap<>();
    private final Map<ObligationId, Set<Delay>> delayed = new HashMap<>();
    private final Set<Telling.To> unreachable = new HashSet<>();
    private final Map<Optional<ObligationId>, Telling.To> undelivered = new HashMap<>();

    /** When whoever owes something now was sent the message that asks for it. */
    public Optional<Instant> delivered(ObligationId obligation) {
        return Optional.ofNullable(delivered.get(obligation));
    }

    /** Whether the message that asks for something is late and still tried. */
    public boolean isDelayed(ObligationId obligation) {
        return delayed.containsKey(obligation) && !delivered.containsKey(obligation);
    }

    /** Who was asked for something, or told of the case, and could not be reached last. */
    public Optional<Telling.To> undelivered(Optional<ObligationId> about) {
        return Optional.ofNullable(undelivered.get(about));
    }

    /** Whether somebody was told that it is delayed so long. */
    boolean wasTold(ObligationId obligation, Delay delay) {
        return delayed.getOrDefault(obligation, Set.of()).contains(delay);
    }

    /** Whether the last message to them could not be delivered. */
    boolean isUnreachable(Telling.To to) {
        return unreachable.contains(to);
    }

    void delivered(Obligation obligation, Instant at) {
        delivered.put(obligation.id(), at);
        unreachable.remove(new Telling.To.ThePost(obligation.holder()));
    }

    void delayed(ObligationId obligation, Delay delay) {
        delayed.computeIfAbsent(obligation, id -> EnumSet.noneOf(Delay.class)).add(delay);
    }

    void failed(Telling.To to, Optional<ObligationId> about, boolean asked) {
        unreachable.add(to);
        if (asked || about.isEmpty()) {
            undelivered.put(about, to);
        }
    }

    /** Somebody else is asked instead. */
    void askedAnew(ObligationId obligation) {
        delivered.remove(obligation);
        delayed.remove(obligation);
    }
}
