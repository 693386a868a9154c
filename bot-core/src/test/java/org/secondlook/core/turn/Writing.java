package org.secondlook.core.turn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.casework.Actor;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.Recorded;
import org.secondlook.core.casework.Stamp;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Conversation;
import org.secondlook.core.conversation.Plan;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.protocol.ProtocolId;

/** Builds a commit for a test; a commit that nothing is added to stores a turn and nothing else. */
public final class Writing {

    private final TurnId turn;
    private Optional<CaseId> theCase = Optional.empty();
    private int version;
    private Instant at = SettableClock.instant("2026-12-01T10:00");
    private final List<CaseEvent> events = new ArrayList<>();
    private final Set<PostId> posts = new HashSet<>();
    private final Set<PersonId> people = new HashSet<>();
    private Optional<ProtocolId> open = Optional.of(new ProtocolId("bradford", 1));
    private Optional<Instant> due = Optional.empty();
    private Optional<Commit.ConversationWrite> conversation = Optional.empty();
    private final List<OutboxMessage> messages = new ArrayList<>();
    private final List<OutboxId> withdrawn = new ArrayList<>();
    private final List<OutboxId> calledOff = new ArrayList<>();
    private Optional<Lease> lease = Optional.empty();
    private Optional<Lease> sent = Optional.empty();

    private Writing(TurnId turn) {
        this.turn = turn;
    }

    public static Writing turn(String turn) {
        return new Writing(new TurnId(turn));
    }

    /** Writes to a case that has so many events; without {@link #events}, one event. */
    public Writing to(CaseId id, int length) {
        theCase = Optional.of(id);
        version = length;
        return this;
    }

    public Writing events(CaseEvent... more) {
        events.addAll(List.of(more));
        return this;
    }

    public Writing at(Instant instant) {
        at = instant;
        return this;
    }

    public Writing listedFor(PersonId... listed) {
        people.addAll(List.of(listed));
        return this;
    }

    public Writing listedFor(PostId... listed) {
        posts.addAll(List.of(listed));
        return this;
    }

    public Writing openUnder(ProtocolId protocol) {
        open = Optional.of(protocol);
        return this;
    }

    public Writing closed() {
        open = Optional.empty();
        return this;
    }

    public Writing due(Instant instant) {
        due = Optional.of(instant);
        return this;
    }

    public Writing conversation(Conversation kept, int before, Plan.Fate fate) {
        conversation = Optional.of(new Commit.ConversationWrite(kept, before, fate));
        return this;
    }

    public Writing sends(OutboxMessage... more) {
        messages.addAll(Arrays.asList(more));
        return this;
    }

    public Writing withdraws(OutboxMessage... sent) {
        Arrays.stream(sent).map(OutboxMessage::id).forEach(withdrawn::add);
        return this;
    }

    public Writing under(Lease claim) {
        lease = Optional.of(claim);
        return this;
    }

    /** Calls off messages, where they still wait. */
    public Writing callsOff(OutboxMessage... messagesNotNeeded) {
        Arrays.stream(messagesNotNeeded).map(OutboxMessage::id).forEach(calledOff::add);
        return this;
    }

    /** Ends a message under a claim. */
    public Writing ends(Lease claim) {
        sent = Optional.of(claim);
        return this;
    }

    public Commit commit() {
        return new Commit(
                turn,
                "content of " + turn,
                "shown after " + turn,
                theCase.map(id -> new Commit.CaseWrite(id, version, recorded(), posts, people, open, due)),
                conversation,
                messages,
                withdrawn,
                calledOff,
                lease,
                sent);
    }

    private List<Recorded> recorded() {
        List<CaseEvent> all = events.isEmpty() ? List.of(new CaseEvent.Marked(turn.value())) : events;
        List<Recorded> recorded = new ArrayList<>();
        for (CaseEvent event : all) {
            recorded.add(new Recorded(new Stamp(version + recorded.size() + 1, at, Actor.CLOCK, turn), event));
        }
        return recorded;
    }
}
